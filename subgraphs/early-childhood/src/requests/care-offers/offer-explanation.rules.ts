import { dayOf, isoWeekday, minutesBetween, timeOf } from '@relais/platform/time/civil-time.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import type { CareCriterion } from '../../care/place-explanations/care-criterion.ts';
import type { Explanation } from '../../care/place-explanations/place-explanation.ts';
import type { Reason } from '../../care/place-explanations/place-reason.ts';
import type { Section } from '../../centres/centres/section.ts';
import type { WeeklyHours } from '../../centres/centres/weekly-hours.ts';
import { demandOf } from '../../options/care-options/care-fit.rules.ts';
import type { CentreFacts, NeedFacts } from '../../options/care-options/option-facts.ts';
import { reasonsOf, scoreOf } from '../../options/care-options/ranking.rules.ts';

export type PlaceFacts = {
  /** The first stay of the request, and the child. */
  readonly asked: NeedFacts;
  readonly centre: CentreFacts;
  readonly section: Section;
  readonly openingHours: readonly WeeklyHours[];
  readonly requested: readonly Period[];
  readonly offered: readonly Period[];
};

const PER_CENT = 100;

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

const rounded = (value: number): number => Math.round(value * PER_CENT) / PER_CENT;

type Share = { readonly of: CareCriterion; readonly value: number; readonly told: Reason['told'] };

const shareOf = (minutes: number, all: number): number => (all === 0 ? 0 : Math.min(1, minutes / all));
const percent = (share: number) => ({ percent: Math.round(share * PER_CENT) });

/** Over all stays, what the criteria of one stretch of time tell of that stretch only. */
const sharesOf = ({ requested, offered, openingHours }: PlaceFacts): Share[] => {
  const needed = minutesOf(requested);
  const given = shareOf(minutesOf(offered), needed);
  const opened = requested.reduce((sum, stay) => sum + openMinutes(stay, openingHours), 0);
  const open = shareOf(opened, needed);
  return [
    {
      of: 'WHOLE_TIME',
      value: given,
      told: given === 1 ? { key: 'WHOLE_TIME' } : { key: 'SHARE_OF_TIME', parameters: percent(given) },
    },
    {
      of: 'OPENING_HOURS',
      value: open,
      told: open === 1 ? { key: 'OPEN_WHOLE_TIME' } : { key: 'OPEN_PART_OF_TIME', parameters: percent(open) },
    },
  ];
};

/** Why the place suits the request, by the criteria of options, over all of the time that is asked for. */
export const explanationOf = (facts: PlaceFacts): Explanation => {
  const { asked, centre, section } = facts;
  const { startsAt, endsAt } = asked.need;
  const shares = sharesOf(facts);
  const reasons = reasonsOf(demandOf(asked), { centre, section, stretch: { startsAt, endsAt } }).map(
    (reason) => {
      const share = shares.find(({ of }) => of === reason.criterion);
      if (!share) return reason;
      const value = rounded(share.value);
      return { ...reason, value, contribution: rounded(reason.weight * value), told: share.told };
    },
  );
  return { score: scoreOf(reasons), reasons };
};
