import { dayOf, isoWeekday, minutesBetween, timeOf } from '@relais/platform/time/civil-time.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { Explanation } from '../../care/place-explanations/place-explanation.ts';
import type { Section } from '../../centres/centres/section.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import type { Position } from '../../centres/districts/position.ts';
import { demandOf } from '../../options/care-options/care-fit.rules.ts';
import type { NeedFacts } from '../../options/care-options/option-facts.ts';
import { explanationOfShares } from '../../options/care-options/ranking.rules.ts';

export type PlaceFacts = {
  /** The first stay of the request, and the child. */
  readonly asked: NeedFacts;
  readonly place: {
    readonly centre: Position & { readonly id: string; readonly openingHours: readonly WeeklyHours[] };
    readonly section: Pick<Section, 'minAgeMonths' | 'maxAgeMonths'>;
  };
  readonly requested: readonly Period[];
  readonly offered: readonly Period[];
};

const minuteOf = (time: Temporal.PlainTime): number => time.hour * 60 + time.minute;
const minutesOf = (stays: readonly Period[]): number =>
  stays.reduce((sum, { startsAt, endsAt }) => sum + minutesBetween(startsAt, endsAt), 0);

const openMinutes = ({ startsAt, endsAt }: Period, hours: readonly WeeklyHours[]): number => {
  const weekday = isoWeekday(dayOf(startsAt));
  const from = minuteOf(timeOf(startsAt));
  const to = from + minutesBetween(startsAt, endsAt);
  return hours
    .filter((line) => line.weekday === weekday)
    .reduce(
      (sum, line) => sum + Math.max(0, Math.min(to, minuteOf(line.to)) - Math.max(from, minuteOf(line.from))),
      0,
    );
};

const shareOf = (minutes: number, all: number): number => (all === 0 ? 0 : Math.min(1, minutes / all));

/** Why the place suits the request, by the criteria of options, over all of the time that is asked for. */
export const explanationOf = ({ asked, place, requested, offered }: PlaceFacts): Explanation => {
  const needed = minutesOf(requested);
  const opened = requested.reduce((sum, stay) => sum + openMinutes(stay, place.centre.openingHours), 0);
  const shares = { taken: shareOf(minutesOf(offered), needed), open: shareOf(opened, needed) };
  return explanationOfShares(demandOf(asked), place, shares);
};
