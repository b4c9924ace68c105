import type { Known } from '../../graph/known.rules.ts';
import { isAnyAway, listOf } from '../../graph/known.rules.ts';
import { type Line, weekInWords } from '../../time/week.rules.ts';

export type Attention = {
  readonly id: string;
  readonly kind: string;
  readonly sentence: string;
  readonly subjectId: string;
  readonly at: string;
};

export type ToSettle = {
  readonly items: readonly Attention[];
  /** Somebody who could know of more does not answer. */
  readonly isAtLeast: boolean;
};

/** What three agencies want done, soonest first; what several say of one thing is said once. */
export const toSettleOf = (parts: readonly Known<readonly Attention[]>[]): ToSettle => {
  const bySubject = new Map<string, Attention>();
  for (const item of parts.flatMap(listOf))
    if (!bySubject.has(item.subjectId)) bySubject.set(item.subjectId, item);
  const items = [...bySubject.values()].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return { items, isAtLeast: isAnyAway(parts) };
};

export type Told = { readonly id: string; readonly at: string; readonly sentence: string };
export type AgencyOfTold = 'care' | 'jobSearch' | 'benefits';
export type Happened = Told & { readonly agency: AgencyOfTold };

/** What happened, newest first, all agencies in one; or what one of them tells. */
export const happenedOf = (
  told: Readonly<Record<AgencyOfTold, readonly Told[]>>,
  only: AgencyOfTold | undefined,
): readonly Happened[] => {
  const agencies: readonly AgencyOfTold[] = only ? [only] : ['care', 'jobSearch', 'benefits'];
  return agencies
    .flatMap((agency) => told[agency].map((each) => ({ ...each, agency })))
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
};

/** Lines that repeat a sentence of the same day are one line. */
export const withoutRepeats = <Each extends Pick<Told, 'at' | 'sentence'>>(
  happened: readonly Each[],
  dayOf: (at: string) => string,
): readonly Each[] => {
  const seen = new Set<string>();
  return happened.filter(({ at, sentence }) => {
    const key = `${dayOf(at)} ${sentence}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
};

export const byDay = (happened: readonly Happened[], dayOf: (at: string) => string) => {
  const days = new Map<string, Happened[]>();
  for (const each of happened) days.set(dayOf(each.at), [...(days.get(dayOf(each.at)) ?? []), each]);
  return [...days].map(([day, entries]) => ({ day, entries }));
};

type Arrangement<Kind> = {
  readonly kind: Kind;
  readonly weekday: number | null;
  readonly from: string | null;
  readonly to: string | null;
};

/** Weekly arrangements of one kind in one line: `école · lun. mar. 08:30 – 16:30`. */
export const weeklyByKind = <Kind>(
  arrangements: readonly Arrangement<Kind>[],
  weekdays: readonly string[],
) => {
  const kinds = new Map<Kind, Line[]>();
  for (const { kind, weekday, from, to } of arrangements)
    if (weekday !== null && from !== null && to !== null)
      kinds.set(kind, [...(kinds.get(kind) ?? []), { weekday, from, to }]);
  return [...kinds].map(([kind, lines]) => ({ kind, hours: weekInWords(lines, weekdays) }));
};

const YEARS_OF_CARE_MONTHS = 72;
export const isBeyondCare = (months: number): boolean => months >= YEARS_OF_CARE_MONTHS;
