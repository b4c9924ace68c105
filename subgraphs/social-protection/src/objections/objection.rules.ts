import type { Word } from '@relais/platform/graphql/reasons.ts';
import { Temporal } from 'temporal-polyfill';
import { textRefusal } from '../notes/text.rules.ts';
import type { liftObjectionReasons, recordObjectionReasons, sayingReasons } from './objection.reasons.ts';
import type { Objection } from './objection.ts';

/** What not to share, and with whom not. */
type Sharing = Pick<Objection, 'category' | 'agency'>;

const isSameSharing = (one: Sharing, other: Sharing): boolean =>
  one.category === other.category && one.agency === other.agency;

export const isInForce = ({ liftedOn }: Pick<Objection, 'liftedOn'>): boolean => liftedOn === null;

/** The same as an event says it: what is in force, and what was and is not any more; each once. */
export const objectionsTold = (
  records: readonly (Sharing & Pick<Objection, 'liftedOn'>)[],
): { readonly objections: Sharing[]; readonly lifted: Sharing[] } => {
  const once = records
    .filter((each, index) => records.findIndex((other) => isSameSharing(each, other)) === index)
    .map(({ category, agency }) => ({ category, agency }));
  const isObjected = (sharing: Sharing) =>
    records.some((each) => isInForce(each) && isSameSharing(each, sharing));
  return { objections: once.filter(isObjected), lifted: once.filter((each) => !isObjected(each)) };
};

/** What somebody of the family said, and when. */
export type Saying = {
  readonly text: string | null;
  readonly saidOn: Temporal.PlainDate;
  readonly speaker: { readonly familyId: string } | null;
  readonly familyId: string;
};

/** Why it cannot have been said so, or `null`. */
export const sayingRefusal = (
  { text, saidOn, speaker, familyId }: Saying,
  today: Temporal.PlainDate,
): Word<typeof sayingReasons> | null => {
  if (!speaker) return 'UNKNOWN_ADULT';
  if (speaker.familyId !== familyId) return 'ANOTHER_FAMILYS_ADULT';
  if (Temporal.PlainDate.compare(today, saidOn) < 0) return 'SAID_IN_THE_FUTURE';
  return text === null ? null : textRefusal(text);
};

/** Why it is not recorded, given what is on record of the family, or `null`. */
export const recordRefusal = (
  sharing: Sharing,
  known: readonly (Sharing & Pick<Objection, 'liftedOn'>)[],
): Word<typeof recordObjectionReasons> | null => {
  if (sharing.category === sharing.agency) return 'KEPT_THERE';
  const isKnown = known.some((each) => isInForce(each) && isSameSharing(each, sharing));
  return isKnown ? 'OBJECTED_ALREADY' : null;
};

/** Why it is not lifted, or `null`. */
export const liftRefusal = (
  objection: Pick<Objection, 'liftedOn' | 'saidOn' | 'version'>,
  { version, saidOn }: { readonly version: number; readonly saidOn: Temporal.PlainDate },
): Word<typeof liftObjectionReasons> | null => {
  if (!isInForce(objection)) return 'LIFTED_ALREADY';
  if (objection.version !== version) return 'STALE_VERSION';
  return Temporal.PlainDate.compare(saidOn, objection.saidOn) < 0 ? 'SAID_BEFORE_OBJECTING' : null;
};
