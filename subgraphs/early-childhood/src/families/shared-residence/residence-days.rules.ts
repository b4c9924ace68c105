import { inOrder, overlap, type Period, without } from '@relais/platform/time/periods.rules.ts';

/** A calendar with what nobody knows between its periods. */
export const withUnknown = <Known extends Period>(
  known: readonly Known[],
  span: Period,
  unknown: (stretch: Period) => Known,
): Known[] => inOrder([...known, ...without([span], known).map(unknown)]);

type WithFamily = Period & { readonly familyId: string };

/** The family a child is with when care begins; `null` when nobody knows. */
export const familyAtStart = (
  { startsAt }: Pick<Period, 'startsAt'>,
  calendar: readonly WithFamily[],
): string | null =>
  calendar.find((period) => period.startsAt <= startsAt && startsAt < period.endsAt)?.familyId ?? null;

/** Whether any of these times is one that the child is known to spend with another family. */
export const isWithAnother = (
  times: readonly Period[],
  calendar: readonly WithFamily[],
  familyId: string,
): boolean =>
  times.some((time) => calendar.some((period) => period.familyId !== familyId && overlap(period, time)));

/** The family with which a child is at the start of all of these times; `null` when it is not one and the same. */
export const familyAtStarts = (times: readonly Period[], calendar: readonly WithFamily[]): string | null => {
  const [first = null, ...others] = new Set(times.map((time) => familyAtStart(time, calendar)));
  return others.length === 0 ? first : null;
};
