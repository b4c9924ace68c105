import type { Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { nextMonday } from '@relais/platform/time/days.rules.ts';
import { type Period, without } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';
import type { seriesStanding } from './cover-milestone.reasons.ts';
import { isToCome } from './cover-milestone.rules.ts';

/** Which milestones of a series are meant. */
export type MeantPart = {
  readonly fromDay?: Temporal.PlainDate | null;
  readonly untilDay?: Temporal.PlainDate | null;
  readonly exceptDays: readonly Temporal.PlainDate[];
};

type OfSeries = Period & { readonly status: string; readonly version: number };

const isMeant = (day: Temporal.PlainDate, { fromDay, untilDay, exceptDays }: MeantPart): boolean => {
  if (fromDay && Temporal.PlainDate.compare(day, fromDay) < 0) return false;
  if (untilDay && Temporal.PlainDate.compare(day, untilDay) > 0) return false;
  return !exceptDays.some((except) => except.equals(day));
};

/** Those that are meant, whatever became of them. */
export const meantOf = <Each extends Period>(series: readonly Each[], part: MeantPart): Each[] =>
  series.filter(({ startsAt }) => isMeant(dayOf(startsAt), part));

/** Those of them that take place and are not over. */
export const meantToCome = <Each extends OfSeries>(
  series: readonly Each[],
  part: MeantPart,
  now: Date,
): Each[] => meantOf(series, part).filter((each) => isToCome(each) && each.endsAt > now);

/** As employment counts it: any change of one of them makes another of the series. */
export const versionOfSeries = (series: readonly Pick<OfSeries, 'version'>[]): number =>
  series.reduce((sum, { version }) => sum + version, 0);

/** Why nothing is done for a series as somebody saw it. */
export const seriesRefusal = (
  series: readonly OfSeries[],
  seen: number,
): Word<typeof seriesStanding> | null => {
  const version = versionOfSeries(series);
  if (seen > version) return 'VERSION_NOT_KNOWN_YET';
  return seen < version ? 'STALE_VERSION' : null;
};

/** Where a child is to go on all days of a series. */
export type SeriesChoice = { readonly childId: string; readonly sectionId: string };

/** Why nothing is booked for what a series needs: nothing, or a choice is for a child that lacks no care, or one of two for the same. */
export const needsRefusal = (
  needs: readonly { readonly childId: string }[],
  choices: readonly SeriesChoice[],
): 'SERIES_COVERED' | 'CHOICE_NOT_NEEDED' | null => {
  if (needs.length === 0) return 'SERIES_COVERED';
  const lacking = new Set(needs.map(({ childId }) => childId));
  const chosen = new Set(choices.map(({ childId }) => childId));
  const areNeeded = chosen.size === choices.length && choices.every(({ childId }) => lacking.has(childId));
  return areNeeded ? null : 'CHOICE_NOT_NEEDED';
};

/** What of a need no stay of the child that is planned meanwhile covers. */
export const stillNeeded = <Need extends Period & { readonly childId: string }>(
  need: Need,
  stays: readonly (Period & { readonly childId: string })[],
): Need[] =>
  without(
    [need],
    stays.filter(({ childId }) => childId === need.childId),
  ).map(({ startsAt, endsAt }) => ({ ...need, startsAt, endsAt }));

/** The first of each week that is not planned whole: what is taken in one week is free in another. */
export const firstOfEachWeek = <Plan extends { readonly left: readonly Pick<Period, 'startsAt'>[] }>(
  plans: readonly Plan[],
): Plan[] => {
  const weeks = new Set<string>();
  return plans.filter(({ left: [need] }) => {
    const week = need && nextMonday(dayOf(need.startsAt)).toString();
    if (week === undefined || weeks.has(week)) return false;
    weeks.add(week);
    return true;
  });
};

/** Sections by how well they suit a child on all of its days together: it should not be elsewhere each time. */
export const sectionsByDays = (
  scored: readonly { readonly sectionId: string; readonly score: number }[],
): string[] => {
  const sums = new Map<string, number>();
  for (const { sectionId, score } of scored) sums.set(sectionId, (sums.get(sectionId) ?? 0) + score);
  return [...sums].toSorted(([, one], [, other]) => other - one).map(([sectionId]) => sectionId);
};
