import type { Word } from '@relais/platform/graphql/reasons.ts';
import { internationalPhone } from '../../families/families/phone.rules.ts';
import type { alternativeReasons } from './care-request.reasons.ts';

/** What is said of another solution. */
export type SaidOfAlternative = {
  readonly text: string;
  readonly contact: string | null;
  readonly phone: string | null;
};

type Proposed = SaidOfAlternative & { readonly id: string; readonly replacedById: string | null };

/** A request with more of them is not helped by one more. */
export const MOST_ALTERNATIVES = 20;
const LONGEST_TEXT = 1000;
const LONGEST_CONTACT = 250;

const isThere = (proposed: readonly Proposed[], id: string): boolean =>
  proposed.some((each) => each.id === id && each.replacedById === null);

/** Without stray blanks, and with a number that can be called from anywhere. */
export const asSaid = (text: string, contact?: string | null, phone?: string | null): SaidOfAlternative => ({
  text: text.trim(),
  contact: contact?.trim() || null,
  phone: phone?.trim() ? internationalPhone(phone) : null,
});

/** Why this cannot be proposed, beside or instead of what was proposed before; `null` when it can. */
export const alternativeProblem = (
  said: SaidOfAlternative,
  { phone, replacesId }: { readonly phone: string | null; readonly replacesId: string | null },
  proposed: readonly Proposed[],
): Word<typeof alternativeReasons> | null => {
  const checks: readonly (readonly [Word<typeof alternativeReasons>, boolean])[] = [
    ['TEXT_MISSING', said.text === ''],
    ['TEXT_TOO_LONG', said.text.length > LONGEST_TEXT || (said.contact?.length ?? 0) > LONGEST_CONTACT],
    ['PHONE_NOT_UNDERSTOOD', Boolean(phone?.trim()) && said.phone === null],
    ['UNKNOWN_ALTERNATIVE', replacesId !== null && !isThere(proposed, replacesId)],
    ['PROPOSED_ALREADY', replacesId === null && isSaidAlready(said, proposed)],
    ['TOO_MANY_ALTERNATIVES', proposed.length >= MOST_ALTERNATIVES],
  ];
  return checks.find(([, stands]) => stands)?.[0] ?? null;
};

const isSaidAlready = (said: SaidOfAlternative, proposed: readonly Proposed[]): boolean =>
  proposed.some(
    ({ text, contact, phone, replacedById }) =>
      replacedById === null && text === said.text && contact === said.contact && phone === said.phone,
  );

/** All that was proposed, with the new one last; the one that it replaces stays readable. */
export const withAlternative = <Each extends Proposed>(
  proposed: readonly Each[],
  added: Each,
  replacesId: string | null,
): Each[] => [
  ...proposed.map((each) => (each.id === replacesId ? { ...each, replacedById: added.id } : each)),
  added,
];
