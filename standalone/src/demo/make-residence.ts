import { schoolPeriodsOf } from '@relais/early-childhood/care/own-arrangements/school-calendar.rules.ts';
import {
  type ResidenceRuleSaid,
  staysFrom,
} from '@relais/early-childhood/families/shared-residence/residence-calendar.rules.ts';
import { nantesTerms } from '@relais/early-childhood/seeds/nantes-school-terms.ts';
import { Temporal } from 'temporal-polyfill';
import type { DemoSharedResidence } from './demo-family.ts';
import type { Maker } from './make-people.ts';

type Made = Pick<DemoSharedResidence, 'periods' | 'rule'>;

const WEEKS_OF_CALENDAR = 8;
const FRIDAY = 5;
const AFTER_SCHOOL = 17;

const schoolDays = schoolPeriodsOf(nantesTerms);

/** Week about, in holidays too, changing on Fridays after school: since the Friday before last. */
const ruleSince = (startsOn: Temporal.PlainDate): ResidenceRuleSaid => ({
  kind: 'EVERY_SECOND_WEEK',
  startsOn,
  endsOn: null,
  weekday: FRIDAY,
  time: Temporal.PlainTime.from({ hour: AFTER_SCHOOL }),
  first: 'REGISTERED',
  holidays: 'LIKE_TERMS',
  halves: null,
});

const weekly = ({ calendar, newId }: Maker, [one, other]: readonly [string, string], friday: number) =>
  Array.from({ length: WEEKS_OF_CALENDAR }, (_, week) => ({
    id: newId(),
    familyId: week % 2 === 0 ? one : other,
    startsAt: calendar.dayAt(friday + week * 7).at(AFTER_SCHOOL * 60),
    endsAt: calendar.dayAt(friday + (week + 1) * 7).at(AFTER_SCHOOL * 60),
    source: 'CALENDAR' as const,
  }));

/** By a rule, as long as the school terms of these weeks are known; written down week by week when they are not yet. */
export const makeResidence = (maker: Maker, families: readonly [string, string]): Made => {
  const { calendar, newId } = maker;
  const friday = FRIDAY - calendar.today.dayOfWeek - 14;
  const written = weekly(maker, families, friday);
  const rule = ruleSince(calendar.dayAt(friday).day);
  const from = calendar.dayAt(friday).at(0);
  const stays = staysFrom({ rules: [rule], exceptions: [], end: null }, schoolDays, from);
  const isKnown = written.every(({ startsAt, endsAt }) =>
    stays.some((stay) => stay.startsAt <= startsAt && endsAt <= stay.endsAt),
  );
  if (!isKnown) return { rule: null, periods: written };
  const periods = stays.map(({ side, source, startsAt, endsAt }, week) => ({
    id: written[week]?.id ?? newId(),
    familyId: side === 'REGISTERED' ? families[0] : families[1],
    ...{ startsAt, endsAt, source },
  }));
  return { rule, periods };
};
