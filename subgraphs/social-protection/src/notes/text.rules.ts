import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { textReasons } from './text.reasons.ts';

const LONGEST_TEXT = 4_000;

/** Why what somebody wrote cannot be kept, or `null`. */
export const textRefusal = (text: string): Word<typeof textReasons> | null => {
  if (text.trim() === '') return 'EMPTY_TEXT';
  return text.length > LONGEST_TEXT ? 'TEXT_TOO_LONG' : null;
};
