import type { Attack } from './attack.ts';
import { bigReaders } from './attacks/big-readers.ts';
import { guessedTokens } from './attacks/guessed-tokens.ts';
import { halfSentBodies, halfSentHeaders, halfSentWithToken } from './attacks/half-sent.ts';
import { wayBack, wrongVariables } from './attacks/questions.ts';
import { slowQuestions } from './attacks/slow-questions.ts';

/** What one caller may try on all others, each by its name. */
export const attacks: readonly Attack[] = [
  halfSentBodies,
  halfSentWithToken,
  halfSentHeaders,
  guessedTokens,
  slowQuestions,
  wrongVariables,
  wayBack,
  bigReaders,
];
