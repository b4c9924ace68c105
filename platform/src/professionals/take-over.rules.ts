import type { Temporal } from 'temporal-polyfill';
import type { Word } from '../graphql/reasons.ts';
import { hasDeparted } from './colleague.rules.ts';
import type { Professional } from './professional.ts';
import type { takeOverReasons } from './take-over.reasons.ts';

type Refusal = Word<typeof takeOverReasons>;

const LONGEST_REASON = 200;

const receiverRefusal = (
  from: Professional,
  to: Professional | null,
  today: Temporal.PlainDate,
): Refusal | null => {
  // To the desk, which is of every agency and role.
  if (!to) return null;
  if (to.sub === from.sub) return 'SAME_PERSON';
  if (to.agency !== from.agency) return 'OTHER_AGENCY';
  if (to.role !== from.role) return 'OTHER_ROLE';
  return hasDeparted(to, today) ? 'DEPARTED_PROFESSIONAL' : null;
};

type TakingOver = {
  readonly from: Professional;
  readonly to: Professional | null;
  readonly reason: string;
};

/** Why an administrator of an agency cannot have the one take over what the other has, or `null`. */
export const takeOverRefusal = (
  { from, to, reason }: TakingOver,
  agency: string,
  today: Temporal.PlainDate,
): Refusal | null => {
  if (from.agency !== agency) return 'UNKNOWN_PROFESSIONAL';
  const refusal = receiverRefusal(from, to, today);
  if (refusal) return refusal;
  const words = reason.trim();
  return words === '' || words.length > LONGEST_REASON ? 'REASON_MISSING' : null;
};
