import { describe, expect, it } from '@jest/globals';
import type { Days } from '@relais/platform/time/days.rules.ts';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { nantesTerms } from '../../../seeds/nantes-school-terms.ts';
import { schoolPeriodsOf } from '../../care/own-arrangements/school-calendar.rules.ts';
import {
  firstHandingOver,
  isBesideRules,
  type ResidenceRuleSaid,
  type ResidenceSaid,
  type Side,
  spanOfRules,
  staysFrom,
  withRule,
} from './residence-calendar.rules.ts';

const CITY = 'Europe/Paris';
const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const at = (text: string): Date =>
  new Date(Temporal.PlainDateTime.from(text).toZonedDateTime(CITY).epochMilliseconds);
const LONG_AGO = new Date('2020-01-01T00:00:00Z');
const school = schoolPeriodsOf(nantesTerms);

const weekly: ResidenceRuleSaid = {
  kind: 'EVERY_SECOND_WEEK',
  startsOn: day('2026-09-04'),
  endsOn: null,
  weekday: 5,
  time: time('17:00'),
  first: 'REGISTERED',
  holidays: 'LIKE_TERMS',
  halves: null,
};
const halves = { time: time('18:00'), evenYears: 'OTHER', oddYears: 'REGISTERED' } as const;
const inHalves = { ...weekly, holidays: 'HALVES', halves } as const;

const said = (facts: Partial<ResidenceSaid>): ResidenceSaid => ({
  rules: [weekly],
  exceptions: [],
  end: null,
  ...facts,
});
const whoHas = (residence: ResidenceSaid, moment: string, terms: readonly Days[] = school) => {
  const found = staysFrom(residence, terms, LONG_AGO).filter(
    ({ startsAt, endsAt }) => startsAt <= at(moment) && at(moment) < endsAt,
  );
  expect(found.length).toBeLessThan(2);
  const [stay] = found;
  return stay ? `${stay.side} ${stay.source}` : 'UNKNOWN';
};

describe('every second week', () => {
  it('is counted from its start, and changes on its weekday at its hour', () => {
    expect(whoHas(said({}), '2026-09-04T16:59')).toBe('UNKNOWN');
    expect(whoHas(said({}), '2026-09-04T17:00')).toBe('REGISTERED RULE');
    expect(whoHas(said({}), '2026-09-11T16:59')).toBe('REGISTERED RULE');
    expect(whoHas(said({}), '2026-09-11T17:00')).toBe('OTHER RULE');
    expect(whoHas(said({}), '2026-09-18T17:00')).toBe('REGISTERED RULE');
  });

  it('begins with the first such weekday of its days', () => {
    const rule = { ...weekly, startsOn: day('2026-09-05') };
    expect(firstHandingOver(rule)).toEqual(at('2026-09-11T17:00'));
    expect(whoHas(said({ rules: [rule] }), '2026-09-10T12:00')).toBe('UNKNOWN');
    expect(whoHas(said({ rules: [rule] }), '2026-09-11T17:00')).toBe('REGISTERED RULE');
  });

  it('goes on over a week 53, after which even and odd weeks give two weeks to one family', () => {
    const iso = { ...weekly, kind: 'ISO_WEEKS', first: 'OTHER' } as const;
    const weeks = ['2026-12-19', '2026-12-26', '2027-01-02', '2027-01-09'].map((text) => `${text}T12:00`);
    // Weeks 51, 52, 53 and 1.
    expect(weeks.map((each) => whoHas(said({ rules: [weekly] }), each))).toEqual(
      ['OTHER', 'REGISTERED', 'OTHER', 'REGISTERED'].map((side) => `${side} RULE`),
    );
    expect(weeks.map((each) => whoHas(said({ rules: [iso] }), each))).toEqual(
      ['REGISTERED', 'OTHER', 'REGISTERED', 'REGISTERED'].map((side) => `${side} RULE`),
    );
  });

  it('is unknown before and after the school terms that are known, and where a year of them is missing', () => {
    const rules = [{ ...weekly, startsOn: day('2025-08-01') }];
    expect(whoHas(said({ rules }), '2025-08-30T12:00')).toBe('UNKNOWN');
    expect(whoHas(said({ rules }), '2025-09-01T12:00')).not.toBe('UNKNOWN');
    expect(whoHas(said({ rules }), '2027-07-02T12:00')).not.toBe('UNKNOWN');
    expect(whoHas(said({ rules }), '2027-07-03T12:00')).toBe('UNKNOWN');
    expect(whoHas(said({ rules: [inHalves] }), '2027-07-02T18:00')).toBe('UNKNOWN');
    const oneMissing = school.filter(({ endsOn }) => endsOn.year !== 2026);
    expect(whoHas(said({ rules }), '2026-03-02T12:00', oneMissing)).toBe('UNKNOWN');
    expect(whoHas(said({ rules }), '2025-12-01T12:00', oneMissing)).not.toBe('UNKNOWN');
    expect(whoHas(said({ rules }), '2027-01-04T12:00', oneMissing)).not.toBe('UNKNOWN');
    expect(staysFrom(said({ rules }), [], LONG_AGO)).toEqual([]);
  });

  it('a summer of more than 62 days without school is terms that are missing', () => {
    const rules = [{ ...weekly, startsOn: day('2025-08-01') }];
    const terms = (startsOn: string): Days[] => [
      { startsOn: day('2025-09-01'), endsOn: day('2026-07-03') },
      { startsOn: day(startsOn), endsOn: day('2027-07-02') },
    ];
    expect(whoHas(said({ rules }), '2026-08-01T12:00', terms('2026-09-04'))).not.toBe('UNKNOWN');
    expect(whoHas(said({ rules }), '2026-08-01T12:00', terms('2026-09-05'))).toBe('UNKNOWN');
  });

  it('says nothing of terms that are over before it begins', () => {
    const rules = [{ ...weekly, startsOn: day('2030-09-06') }];
    expect(staysFrom(said({ rules }), school, LONG_AGO)).toEqual([]);
  });
});

describe('holidays', () => {
  it('are halved, the first half to one family in even years and to the other in odd ones', () => {
    const rules = [inHalves];
    const told = (...moments: string[]) => moments.map((moment) => whoHas(said({ rules }), moment));
    // From Friday 16 October to the eve of Monday 2 November: the middle is Saturday 24.
    expect(told('2026-10-16T17:59', '2026-10-16T18:00', '2026-10-24T17:59')).toEqual([
      'REGISTERED RULE',
      'OTHER HOLIDAY',
      'OTHER HOLIDAY',
    ]);
    expect(told('2026-10-24T18:00', '2026-11-01T17:59', '2026-11-01T18:00')).toEqual([
      'REGISTERED HOLIDAY',
      'REGISTERED HOLIDAY',
      'REGISTERED RULE',
    ]);
    expect(told('2027-02-20T12:00', '2027-03-06T12:00')).toEqual(['REGISTERED HOLIDAY', 'OTHER HOLIDAY']);
    // Christmas goes by the year in which it begins.
    expect(told('2026-12-19T12:00', '2027-01-02T12:00')).toEqual(['OTHER HOLIDAY', 'REGISTERED HOLIDAY']);
    // The bridge of a public holiday is none.
    expect(told('2027-05-07T12:00')).toEqual(['REGISTERED RULE']);
  });

  it('are unknown where the rule says nothing of them', () => {
    const rules = [{ ...weekly, holidays: 'NOT_SAID' } as const];
    expect(whoHas(said({ rules }), '2026-10-16T23:00')).not.toBe('UNKNOWN');
    expect(whoHas(said({ rules }), '2026-10-17T00:00')).toBe('UNKNOWN');
    expect(whoHas(said({ rules }), '2026-11-01T23:59')).toBe('UNKNOWN');
    expect(whoHas(said({ rules }), '2026-11-02T00:00')).not.toBe('UNKNOWN');
  });
});

describe('exceptions, ends and later rules', () => {
  const exception = {
    side: 'OTHER',
    startsAt: at('2026-09-06T10:00'),
    endsAt: at('2026-09-07T10:00'),
  } as const;

  it('an exception stands on top, also where nothing else is known', () => {
    const unknown = {
      side: 'OTHER',
      startsAt: at('2027-08-02T10:00'),
      endsAt: at('2027-08-09T10:00'),
    } as const;
    const residence = said({ exceptions: [exception, unknown] });
    expect(whoHas(residence, '2026-09-06T09:59')).toBe('REGISTERED RULE');
    expect(whoHas(residence, '2026-09-06T10:00')).toBe('OTHER EXCEPTION');
    expect(whoHas(residence, '2026-09-07T10:00')).toBe('REGISTERED RULE');
    expect(whoHas(residence, '2027-08-03T10:00')).toBe('OTHER EXCEPTION');
  });

  it('after its last day a rule says nothing, and the next takes over with its first handing over', () => {
    const rules = [
      { ...weekly, endsOn: day('2026-09-20') },
      { ...weekly, startsOn: day('2026-09-18'), first: 'OTHER' } as const,
    ];
    expect(whoHas(said({ rules: rules.slice(0, 1) }), '2026-09-20T23:59')).toBe('REGISTERED RULE');
    expect(whoHas(said({ rules: rules.slice(0, 1) }), '2026-09-21T00:00')).toBe('UNKNOWN');
    expect(whoHas(said({ rules }), '2026-09-18T16:59')).toBe('OTHER RULE');
    expect(whoHas(said({ rules }), '2026-09-18T17:00')).toBe('OTHER RULE');
    expect(whoHas(said({ rules }), '2026-09-26T12:00')).toBe('REGISTERED RULE');
    const kept = rules.map((rule) => ({ ...rule, replacedAt: null }));
    const [now, later] = [at('2026-09-01T10:00'), at('2026-09-02T10:00')];
    const earlier = { ...weekly, startsOn: day('2026-09-11'), replacedAt: null };
    const replaced = withRule(kept, earlier, now);
    expect(replaced).toEqual([kept[0], { ...kept[1], replacedAt: now }, earlier]);
    expect(withRule(replaced, earlier, later)).toEqual([
      ...replaced.slice(0, 2),
      { ...earlier, replacedAt: later },
      earlier,
    ]);
  });

  it('when it ends, the child lives with one family for good', () => {
    const residence = said({
      exceptions: [exception],
      end: { at: at('2026-09-06T12:00'), side: 'REGISTERED' },
    });
    expect(whoHas(residence, '2026-09-06T11:59')).toBe('OTHER EXCEPTION');
    expect(whoHas(residence, '2026-09-06T12:00')).toBe('REGISTERED ENDED');
    expect(whoHas(residence, '2035-09-06T12:00')).toBe('REGISTERED ENDED');
    expect(staysFrom(residence, school, at('2026-10-01T00:00'))).toMatchObject([
      { source: 'ENDED', startsAt: at('2026-10-01T00:00') },
    ]);
  });
});

describe('the time of which rules tell', () => {
  const rules = [
    { ...weekly, endsOn: day('2026-09-20') },
    { ...weekly, startsOn: day('2026-10-02'), endsOn: day('2026-12-18') },
  ];
  const spanOf = (facts: Partial<ResidenceSaid>) => spanOfRules(said(facts));

  it('goes from the first handing over of the first rule to the end of the last one', () => {
    expect(spanOf({ rules })).toEqual({ startsAt: at('2026-09-04T17:00'), endsAt: at('2026-12-19T00:00') });
    expect(spanOf({})).toEqual({
      startsAt: at('2026-09-04T17:00'),
      endsAt: new Date('2199-12-31T00:00:00Z'),
    });
    expect(spanOf({ rules: [] })).toBeNull();
    expect(spanOf({ rules: [{ ...weekly, endsOn: weekly.startsOn, weekday: 4 }] })).toBeNull();
  });

  it('ends where shared residence ends, also before it begins', () => {
    const endsAt = (text: string) => ({ at: at(text), side: 'OTHER' }) as const;
    expect(spanOf({ rules, end: endsAt('2026-10-10T09:00') })?.endsAt).toEqual(at('2026-10-10T09:00'));
    const before = at('2026-09-01T09:00');
    expect(spanOf({ rules, end: endsAt('2026-09-01T09:00') })).toEqual({ startsAt: before, endsAt: before });
  });

  it('leaves what is written down for other times', () => {
    const stretch = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
    const between = stretch('2026-09-21T00:00', '2026-10-02T17:00');
    expect(isBesideRules(said({ rules }), between)).toBe(true);
    expect(isBesideRules(said({ rules }), stretch('2026-09-20T23:00', '2026-09-22T00:00'))).toBe(false);
    expect(isBesideRules(said({ rules }), stretch('2026-10-02T16:00', '2026-10-02T18:00'))).toBe(false);
    const end = { at: at('2026-09-21T00:00'), side: 'OTHER' } as const;
    expect(isBesideRules(said({ rules, end }), between)).toBe(false);
  });
});

const momentOf = (date: Temporal.PlainDate, plainTime: Temporal.PlainTime) =>
  date.toZonedDateTime({ timeZone: CITY, plainTime }).epochMilliseconds;
const opposite = (side: Side): Side => (side === 'OTHER' ? 'REGISTERED' : 'OTHER');

/** A moment as one who walks from day to day sees it. */
type Walk = {
  readonly today: Temporal.PlainDate;
  readonly isSchoolDay: (date: Temporal.PlainDate) => boolean;
  readonly isPast: (date: Temporal.PlainDate, clock: Temporal.PlainTime) => boolean;
};

/** The first day of school before or after a day; none within a hundred days. */
const schoolDayFrom = (from: Temporal.PlainDate, step: number, { isSchoolDay }: Walk) => {
  for (let steps = 0; steps <= 100; steps += 1) {
    const date = from.add({ days: step * steps });
    if (isSchoolDay(date)) return date;
  }
  return null;
};

const freeDaysAfter = (last: Temporal.PlainDate, walk: Walk): number => {
  const next = schoolDayFrom(last.add({ days: 1 }), 1, walk);
  return next ? last.until(next).days - 1 : 1_000;
};

/** What holidays make of a moment; `null` when it is none of theirs. */
const inHoliday = (rule: ResidenceRuleSaid, walk: Walk): Side | 'UNKNOWN' | null => {
  const { today, isPast } = walk;
  const last = schoolDayFrom(today, -1, walk);
  if (!last) return 'UNKNOWN';
  const free = freeDaysAfter(last, walk);
  const isOut = rule.halves ? isPast(last, rule.halves.time) : `${today}` > `${last}`;
  if (!isOut || free <= 7) return null;
  if (free > 62 || rule.holidays === 'NOT_SAID') return 'UNKNOWN';
  if (!rule.halves || isPast(last.add({ days: free }), rule.halves.time)) return null;
  const first = last.year % 2 === 0 ? rule.halves.evenYears : rule.halves.oddYears;
  return isPast(last.add({ days: Math.floor(free / 2) }), rule.halves.time) ? opposite(first) : first;
};

const firstDayOf = ({ startsOn, weekday }: ResidenceRuleSaid): Temporal.PlainDate => {
  let first = startsOn;
  while (first.dayOfWeek !== weekday) first = first.add({ days: 1 });
  return first;
};

const inWeek = (rule: ResidenceRuleSaid, { today, isPast }: Walk): Side => {
  let handedOver = today;
  while (handedOver.dayOfWeek !== rule.weekday || !isPast(handedOver, rule.time))
    handedOver = handedOver.subtract({ days: 1 });
  if (rule.kind === 'ISO_WEEKS') {
    const thursday = handedOver.add({ days: 4 - handedOver.dayOfWeek });
    return Math.ceil(thursday.dayOfYear / 7) % 2 === 0 ? rule.first : opposite(rule.first);
  }
  let side = rule.first;
  for (let walked = firstDayOf(rule); !walked.equals(handedOver); ) {
    walked = walked.add({ days: 1 });
    if (walked.dayOfWeek === rule.weekday) side = opposite(side);
  }
  return side;
};

/** The same told the slow way: one day after the other, by hand. */
const dayByDay = (
  { rules, exceptions, end }: ResidenceSaid,
  schoolDays: ReadonlySet<string>,
  moment: Date,
): Side | 'UNKNOWN' => {
  const isPast = (date: Temporal.PlainDate, clock: Temporal.PlainTime) =>
    momentOf(date, clock) <= moment.getTime();
  const isSchoolDay = (date: Temporal.PlainDate) => schoolDays.has(`${date}`);
  const today = Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(CITY)
    .toPlainDate();
  if (end && end.at <= moment) return end.side;
  const excepted = exceptions.find(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt);
  if (excepted) return excepted.side;
  const rule = rules.filter((each) => isPast(firstDayOf(each), each.time)).at(-1);
  if (!rule || (rule.endsOn && `${today}` > `${rule.endsOn}`)) return 'UNKNOWN';
  const walk = { today, isPast, isSchoolDay };
  return inHoliday(rule, walk) ?? inWeek(rule, walk);
};

const eachDay = ({ startsOn, endsOn }: Days): string[] =>
  Array.from({ length: startsOn.until(endsOn).days + 1 }, (_, index) => `${startsOn.add({ days: index })}`);

const anySide = fc.constantFrom<Side>('REGISTERED', 'OTHER');
const anyTime = fc.integer({ min: 0, max: 47 }).map((half) => time('00:00').add({ minutes: 30 * half }));
const anyDay = fc.integer({ min: 0, max: 700 }).map((days) => day('2025-08-25').add({ days }));
const anyHalves = fc.record({ time: anyTime, evenYears: anySide, oddYears: anySide });
const anyRule = fc
  .record({
    kind: fc.constantFrom('EVERY_SECOND_WEEK' as const, 'ISO_WEEKS' as const),
    startsOn: anyDay,
    lasts: fc.option(fc.integer({ min: 0, max: 400 })),
    weekday: fc.integer({ min: 1, max: 7 }),
    time: anyTime,
    first: anySide,
    holidays: fc.constantFrom('LIKE_TERMS' as const, 'HALVES' as const, 'NOT_SAID' as const),
    said: anyHalves,
  })
  .map(({ lasts, said: ofHolidays, ...rule }) => ({
    ...rule,
    endsOn: lasts === null ? null : rule.startsOn.add({ days: lasts }),
    halves: rule.holidays === 'HALVES' ? ofHolidays : null,
  }));
const anyMoment = fc
  .integer({ min: -30 * 48, max: 760 * 48 })
  .map((half) => at('2025-08-25T00:00').getTime() + half * 1_800_000);
const anyResidence = fc
  .record({
    rules: fc.uniqueArray(anyRule, { maxLength: 2, selector: ({ startsOn }) => startsOn.toString() }),
    exception: fc.option(
      fc.record({ side: anySide, from: anyMoment, hours: fc.integer({ min: 1, max: 400 }) }),
    ),
    end: fc.option(fc.record({ side: anySide, at: anyMoment }), { freq: 3 }),
  })
  .map(
    ({ rules, exception, end }): ResidenceSaid => ({
      // Two rules a week or more apart: a rule replaces those that begin later.
      rules: rules
        .toSorted((one, other) => Temporal.PlainDate.compare(one.startsOn, other.startsOn))
        .filter((rule, index, all) => index === 0 || (all[0]?.startsOn.until(rule.startsOn).days ?? 0) > 7),
      exceptions: exception
        ? [
            {
              side: exception.side,
              startsAt: new Date(exception.from),
              endsAt: new Date(exception.from + exception.hours * 3_600_000),
            },
          ]
        : [],
      end: end ? { side: end.side, at: new Date(end.at) } : null,
    }),
  );

it('says of any moment what one finds by walking from day to day, and is with one family at a time', () => {
  fc.assert(
    fc.property(
      anyResidence,
      fc.subarray(nantesTerms.map((_, index) => index)),
      fc.array(anyMoment, { minLength: 20, maxLength: 20 }),
      fc.boolean(),
      (residence, some, moments, isWhole) => {
        const terms = isWhole ? school : schoolPeriodsOf(some.flatMap((index) => nantesTerms[index] ?? []));
        const stays = staysFrom(residence, terms, LONG_AGO);
        const schoolDays = new Set(terms.flatMap(eachDay));
        for (const [index, stay] of stays.entries()) {
          const next = stays[index + 1];
          expect(stay.startsAt < stay.endsAt && (!next || stay.endsAt <= next.startsAt)).toBe(true);
        }
        for (const each of moments.map((moment) => new Date(moment))) {
          const stay = stays.find(({ startsAt, endsAt }) => startsAt <= each && each < endsAt);
          expect([each, stay?.side ?? 'UNKNOWN']).toEqual([each, dayByDay(residence, schoolDays, each)]);
        }
      },
    ),
    { numRuns: 100 },
  );
});
