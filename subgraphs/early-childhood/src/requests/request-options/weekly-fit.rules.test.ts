import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { bornOn, expectedOn } from '../../families/families/age.builder.ts';
import type { CentreFacts, ChildFacts, Fullness } from '../../options/care-options/option-facts.ts';
import {
  centreWith,
  during,
  fullnessWith,
  needWith,
  sectionWith,
} from '../../options/care-options/testing/option-facts.ts';
import { weeklyDemandOf } from './weekly-demand.rules.ts';
import { fitOfWeek, judgedSections } from './weekly-fit.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
/** Tuesdays 3 and 10 March 2026, in the morning. */
const TUESDAYS = { days: { startsOn: day('2026-03-03'), endsOn: day('2026-03-10') } };
const demandOf = (child: Partial<ChildFacts> = {}, need: Parameters<typeof needWith>[0] = {}) => {
  const pattern = [{ weekday: 2, from: time('09:00'), to: time('12:00') }];
  const demand = weeklyDemandOf({ asked: needWith(need, child), pattern, ...TUESDAYS });
  if (!demand) throw new Error('no stay');
  return demand;
};
const days = (startsOn: string, endsOn: string) => ({ startsOn: day(startsOn), endsOn: day(endsOn) });
const closed = (startsOn: string, endsOn: string): Partial<CentreFacts> => ({
  closures: [days(startsOn, endsOn)],
});
const place = (centre: Partial<CentreFacts> = {}, section: Parameters<typeof sectionWith>[0] = {}) => ({
  centre: centreWith(centre),
  section: sectionWith(section),
});

const reasons = (demand: ReturnType<typeof demandOf>, at = place()) =>
  judgedSections(demand, { ...at.centre, sections: [at.section] }).sections.flatMap(({ obstacles }) =>
    obstacles.map(({ reason, told }) => [reason, told.key]),
  );

describe('what keeps a section from being an option for a week', () => {
  const busy = { busy: [during('10:00', '11:00')] };

  it.each([
    ['nothing', demandOf(), place()],
    [
      'nothing but a closed day on which the child is booked',
      demandOf(busy),
      place(closed('2026-03-03', '2026-03-03')),
    ],
    [
      'nothing for a child old enough once the centre is open',
      demandOf(bornOn('2025-12-30')),
      place(closed('2026-03-03', '2026-03-03'), { minAgeMonths: 0 }),
    ],
  ])('can be %s', (_case, demand, at) => {
    expect(reasons(demand, at)).toEqual([]);
  });

  it.each([
    ['CARE_KIND_NOT_OFFERED', 'CARE_KIND_NOT_OFFERED', demandOf(), place({ careKinds: ['EMERGENCY'] })],
    ['OUTSIDE_OPENING_HOURS', 'CLOSED_IN_THAT_WEEK', demandOf(), place({ openingHours: [] })],
    ['CENTRE_CLOSED', 'CENTRE_CLOSED_UNTIL', demandOf(), place(closed('2026-03-03', '2026-03-10'))],
    ['CHILD_TOO_YOUNG', 'TOO_YOUNG_AS_EXPECTED', demandOf(expectedOn('2026-01-01')), place()],
    ['CHILD_TOO_YOUNG', 'CHILD_TOO_YOUNG', demandOf(bornOn('2025-12-30')), place({}, { minAgeMonths: 0 })],
    ['CHILD_TOO_OLD', 'CHILD_TOO_OLD', demandOf(bornOn('2020-03-10')), place()],
    ['FACILITY_MISSING', 'FACILITY_MISSING', demandOf({}, { facilities: ['GARDEN'] }), place()],
    ['CHILD_ALREADY_BOOKED', 'CHILD_ALREADY_BOOKED', demandOf(busy), place()],
  ])('can be %s (%s)', (reason, key, demand, at) => {
    expect(reasons(demand, at)).toEqual([[reason, key]]);
  });
});

describe('the lines that a section can take', () => {
  it('are what is left of them where a part of a day is closed', () => {
    const lateOn = { ...days('2026-03-03', '2026-03-03'), opensAt: time('11:00') };
    const taken = { planned: [during('08:00', '11:00')] };
    const fit = fitOfWeek(demandOf(), place({ closures: [lateOn] }), () => fullnessWith(taken));
    expect(fit).toEqual({ lines: demandOf().lines, obstacles: [] });
    const closedAtNine = { ...lateOn, opensAt: time('12:00') };
    const busy = demandOf({ busy: [during('10:00', '11:00')] });
    expect(reasons(busy, place({ closures: [closedAtNine] }))).toEqual([]);
  });

  const fitWith = (fullness: Partial<Fullness>) =>
    fitOfWeek(demandOf(), place(), (_centreId, on) => fullnessWith(on === '2026-03-03' ? fullness : {}));

  it.each([
    ['SECTION_FULL', { sections: [{ sectionId: 'section', ...during('11:30', '13:00') }] }],
    ['CENTRE_FULL', { planned: [during('08:00', '09:30')] }],
    ['CENTRE_FULL', { everyone: [during('09:00', '12:00')] }],
    ['CENTRE_WEEK_FULL', { weekMinutesLeft: 179 }],
  ])('are none: %s', (reason, fullness) => {
    expect(fitWith(fullness)).toMatchObject({ lines: [], obstacles: [{ reason }] });
  });

  it('are those with a place on every open day', () => {
    const elsewhere = {
      sections: [{ sectionId: 'another', ...during('09:00', '12:00') }],
      weekMinutesLeft: 180,
    };
    expect(fitWith(elsewhere)).toMatchObject({ lines: [{ minutes: 180 }], obstacles: [] });
  });
});
