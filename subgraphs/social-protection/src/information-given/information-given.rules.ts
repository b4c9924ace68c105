import type { Word } from '@relais/platform/graphql/reasons.ts';
import { isLanguageTag } from '@relais/platform/language-tag.rules.ts';
import { Temporal } from 'temporal-polyfill';
import type { conversationReasons } from './information-given.reasons.ts';
import type { InformationGiven } from './information-given.ts';

/** What is said of a conversation. */
export type Conversation = Pick<
  InformationGiven,
  'familyId' | 'adultId' | 'subjects' | 'givenOn' | 'language' | 'withInterpreter' | 'givenBySub'
>;

type Known = {
  readonly listener: { readonly familyId: string } | null;
  /** A correction may say that nothing was explained. */
  readonly isCorrection: boolean;
  readonly today: Temporal.PlainDate;
};

/** Why a conversation cannot be written down so, or `null`. */
export const conversationRefusal = (
  { familyId, subjects, givenOn, language }: Conversation,
  { listener, isCorrection, today }: Known,
): Word<typeof conversationReasons> | null => {
  if (!listener) return 'UNKNOWN_ADULT';
  if (listener.familyId !== familyId) return 'ANOTHER_FAMILYS_ADULT';
  if (subjects.length === 0 && !isCorrection) return 'NOTHING_EXPLAINED';
  if (Temporal.PlainDate.compare(today, givenOn) < 0) return 'EXPLAINED_IN_THE_FUTURE';
  return isLanguageTag(language) ? null : 'LANGUAGE_NOT_UNDERSTOOD';
};

export const isSameConversation = (one: Conversation, other: Conversation): boolean =>
  one.familyId === other.familyId &&
  one.adultId === other.adultId &&
  one.language === other.language &&
  one.withInterpreter === other.withInterpreter &&
  one.givenBySub === other.givenBySub &&
  one.givenOn.equals(other.givenOn) &&
  String(one.subjects) === String(other.subjects);

/** Those that no other one has put right. */
export const standing = <Given extends Pick<InformationGiven, 'id' | 'correctsId'>>(
  all: readonly Given[],
): Given[] => {
  const corrected = new Set(all.map(({ correctsId }) => correctsId));
  return all.filter(({ id }) => !corrected.has(id));
};
