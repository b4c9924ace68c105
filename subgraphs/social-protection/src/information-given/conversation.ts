import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { colleagueRefusal } from '@relais/platform/professionals/colleague.rules.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { knownAdults } from '../known-families/known-family.queries.ts';
import { namedColleague, type ProfessionalInput } from '../professionals/named-colleague.ts';
import type { conversationReasons } from './information-given.reasons.ts';
import { type Conversation, conversationRefusal } from './information-given.rules.ts';

/** As somebody says it: who explained it as the directory knows them, or as it was written down before. */
export type SaidConversation = Omit<Conversation, 'givenBySub'> & {
  readonly givenBy: ProfessionalInput | null | undefined;
  readonly givenBySub?: string;
};

/** A conversation as it can be written down, or why it cannot. */
export const conversationSaid = async (
  tx: Transaction,
  { givenBy, givenBySub, ...said }: SaidConversation,
  isCorrection: boolean,
  { user, now }: ActingUser,
): Promise<Conversation | Refused<Word<typeof conversationReasons>>> => {
  const today = dayOf(now);
  const colleague = await namedColleague(tx, givenBy, user);
  const unknown = givenBy ? colleagueRefusal(colleague, today) : null;
  if (unknown) return { refusal: unknown };
  const giver = givenBy ? colleague?.sub : givenBySub;
  const conversation = {
    ...said,
    subjects: [...new Set(said.subjects)],
    givenBySub: giver ?? user.sub,
  };
  const [listener = null] = await knownAdults(tx, [said.adultId]);
  const refusal = conversationRefusal(conversation, { listener, isCorrection, today });
  return refusal ? { refusal } : conversation;
};
