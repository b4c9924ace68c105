import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { auditor, coordinator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import type { Booking } from '../../care/bookings/booking.ts';
import { givenPlacement } from '../../care/placements/placement.builder.ts';
import { givenDistrict } from '../../centres/centres/centre.builder.ts';
import { PublishedCover } from '../../cover/childcare-cover/published-cover.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';

const REPORT = `query ($districtId: ID) {
  impactReport(from: "2026-01-01", to: "2026-03-31", districtId: $districtId) {
    district { name }
    familiesServed { numerator { value } denominator { value } }
    familiesByCareKind { kind families { numerator { value isWithheld } } }
    emergencyCare { bookings { value } medianNoticeMinutes }
    stabilisingOrPositiveOutcome { numerator { value } denominator { value } }
  }
}`;
const day = (text: string) => Temporal.PlainDate.from(text);

let graph: TestSubgraph;
let districtId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-04-10T10:00:00+02:00') });
  districtId = (await givenDistrict(graph.db, { name: 'Bellevue' })).id;
  // Enough on both sides of every share that one family more can be seen.
  for (let made = 0; made < 6; made += 1) {
    await givenFamily(graph.db, { districtId });
    await familyServed();
    await givenPlacement(graph.db, { ...(await familyServed()), ...THREE_MONTHS });
  }
});
afterAll(() => graph.close());

const CALLED_OFF = {
  startsOn: day('2026-01-01'),
  endsOn: day('2025-12-31'),
  endReason: 'La famille renonce',
};
const THREE_MONTHS = { startsOn: day('2026-01-01'), endsOn: day('2026-03-31') };

/** A family of the district with one booking in the quarter. */
const familyServed = async (facts: Partial<Booking> = {}, district: string | null = districtId) => {
  const { id: familyId } = await givenFamily(graph.db, { districtId: district });
  const { id: childId } = await givenChild(graph.db, { familyId });
  await givenBooking(graph.db, { childId, ...facts });
  return { familyId, childId };
};

/** Of the city, unless a district is named: the others here are empty, so that nothing is shown of the only one. */
const report = async (district: string | null = null) => {
  const { data, errors } = await graph.query(REPORT, { districtId: district }, coordinator());
  expect(errors).toEqual([]);
  return data.impactReport;
};

type Report = Awaited<ReturnType<typeof report>>;

/** By how much a figure grows through what is done. */
const growth = async (figure: (of: Report) => number, work: () => Promise<unknown>) => {
  const before = figure(await report());
  await work();
  return figure(await report()) - before;
};

const served = ({ familiesServed }: Report): number => familiesServed.numerator.value;
const registered = ({ familiesServed }: Report): number => familiesServed.denominator.value;
const helped = ({ stabilisingOrPositiveOutcome }: Report): number =>
  stabilisingOrPositiveOutcome.numerator.value;

const at = (startsAt: string, endsAt: string) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });

describe('a family is served in the quarter', () => {
  it.each([
    ['by care on its first morning', at('2026-01-01T00:00:00+01:00', '2026-01-01T01:00:00+01:00'), 1],
    [
      'by care that starts in its last half-hour',
      at('2026-03-31T23:30:00+02:00', '2026-04-01T00:30:00+02:00'),
      1,
    ],
    ['not by care before', at('2025-12-31T23:30:00+01:00', '2026-01-01T00:30:00+01:00'), 0],
    ['not by care after', at('2026-04-01T00:00:00+02:00', '2026-04-01T01:00:00+02:00'), 0],
    ['by care to which the child did not come', { status: 'ABSENT' as const }, 1],
    ['not by care that was cancelled', { status: 'CANCELLED' as const }, 0],
    [
      'by care that was cancelled after it had begun',
      { status: 'CANCELLED' as const, cancelledAfterStart: true },
      1,
    ],
    ['not by care that was only offered', { status: 'HELD' as const }, 0],
  ])('%s', async (_, facts, more) => {
    expect(await growth(served, () => familyServed(facts))).toBe(more);
  });

  it('once, however often it came, wherever it lives', async () => {
    const twice = async () => {
      const { childId } = await familyServed();
      await givenBooking(graph.db, {
        childId,
        ...at('2026-03-04T09:00:00+01:00', '2026-03-04T12:00:00+01:00'),
      });
    };
    expect(await growth(served, twice)).toBe(1);
    expect(await growth(served, () => familyServed({}, null))).toBe(1);
  });

  it('among the families registered by its end, counted once when registered twice', async () => {
    const more = (facts: object) => growth(registered, () => givenFamily(graph.db, { districtId, ...facts }));
    const registeredAt = new Date('2026-04-01T09:00:00+02:00');
    const { id: mergedInto } = await givenFamily(graph.db, { districtId, registeredAt });
    expect([await more({}), await more({ registeredAt })]).toEqual([1, 0]);
    expect([await more({ mergedInto }), await more({ mergedInto })]).toEqual([1, 0]);
  });
});

const withPlacement = (facts: Readonly<Record<string, unknown>>) => async () =>
  givenPlacement(graph.db, { ...(await familyServed()), ...facts });

/** Three months, of which the last two with other hours. */
const withChangedPlacement = async () => {
  const { childId, familyId } = await familyServed();
  const ofChild = { childId, familyId };
  const first = await givenPlacement(graph.db, { ...ofChild, ...THREE_MONTHS, endsOn: day('2026-01-31') });
  const continuesId = first.id;
  await givenPlacement(graph.db, { ...ofChild, ...THREE_MONTHS, startsOn: day('2026-02-01'), continuesId });
};

const withMilestone =
  (
    { status = 'ATTENDED', version = 1, cover = 'COVERED' as PublishedCover['status'], told = 1 },
    served = true,
  ) =>
  async () => {
    const familyId = served
      ? (await familyServed()).familyId
      : (await givenFamily(graph.db, { districtId })).id;
    const { id: milestoneId } = await givenKnownMilestone(graph.db, { familyId, status, version });
    await graph.db.insert(PublishedCover, { milestoneId, familyId, status: cover, milestoneVersion: told });
  };

describe('an outcome is stabilising or positive', () => {
  it.each([
    ['with a placement that lasted three months by the end', withPlacement(THREE_MONTHS), 1],
    ['not with one day less', withPlacement({ ...THREE_MONTHS, startsOn: day('2026-01-02') }), 0],
    ['not with a placement called off before it began', withPlacement(CALLED_OFF), 0],
    ['with one whose hours changed meanwhile', withChangedPlacement, 1],
    [
      'with one that ended in the quarter',
      withPlacement({ startsOn: day('2025-10-05'), endsOn: day('2026-01-04') }),
      1,
    ],
    [
      'not with one over before',
      withPlacement({ startsOn: day('2025-09-01'), endsOn: day('2025-12-31') }),
      0,
    ],
    ['with a milestone attended that was covered', withMilestone({}), 1],
    ['also when the outcome was recorded after', withMilestone({ version: 2 }), 1],
    ['not when the cover was told of other times', withMilestone({ version: 3 }), 0],
    ['not when it was covered in part', withMilestone({ cover: 'PARTIAL' }), 0],
    ['not when no child needed care', withMilestone({ cover: 'NOT_NEEDED' }), 0],
    ['not when it was missed', withMilestone({ status: 'MISSED' }), 0],
    ['not for a family that had no care', withMilestone({}, false), 0],
  ])('%s', async (_, work, more) => {
    expect(await growth(helped, work)).toBe(more);
  });
});

describe('emergency care', () => {
  it('is shown with its median notice, once five families had it', async () => {
    const bookedAt = (hours: number) => new Date(Date.parse('2026-03-03T09:00:00+01:00') - hours * 3_600_000);
    for (const hours of [1, 2, 4, 30]) await familyServed({ kind: 'EMERGENCY', bookedAt: bookedAt(hours) });
    await familyServed({ kind: 'EMERGENCY', bookedAt: null });
    const four = (await report()).emergencyCare;
    expect(four).toEqual({ bookings: { value: null }, medianNoticeMinutes: null });
    await familyServed({ kind: 'EMERGENCY', bookedAt: bookedAt(3) });
    const five = (await report()).emergencyCare;
    expect(five).toEqual({ bookings: { value: 5 }, medianNoticeMinutes: 180 });
    const inDistrict = (await report(districtId)).emergencyCare;
    expect(inDistrict).toEqual({ bookings: { value: null }, medianNoticeMinutes: null });
  });
});

describe('the report', () => {
  it('names its district, and says what it withholds', async () => {
    const { district, familiesByCareKind } = await report(districtId);
    expect([district, (await report()).district]).toEqual([{ name: 'Bellevue' }, null]);
    expect(familiesByCareKind.map(({ kind }: { kind: string }) => kind)).toEqual([
      'LONG_TERM',
      'SHORT_TERM',
      'FLEXIBLE',
      'EMERGENCY',
    ]);
    expect(familiesByCareKind[2].families.numerator).toEqual({ value: null, isWithheld: true });
  });

  it('is asked for of all districts that were served on its last day, for the statements of one', async () => {
    const later = await givenDistrict(graph.db, { name: 'Pas encore' });
    await graph.db.query(
      `insert into district_services (district_id, served_from, turn_to, said_at, said_by, version)
       values ($1, '2026-04-01', 'La mairie', now(), 'head-of-service', 1)`,
      [later.id],
    );
    const SERVED = `{ servedImpactReports(from: "2026-01-01", to: "2026-03-31") {
      district { id } familiesServed { numerator { value } } } }`;
    const { data, errors } = await graph.query(SERVED, {}, auditor());
    expect(errors).toEqual([]);
    const ids = data.servedImpactReports.map(({ district }: Report) => district.id);
    expect([ids.includes(districtId), ids.includes(later.id)]).toEqual([true, false]);
    const of = data.servedImpactReports.find(({ district }: Report) => district.id === districtId);
    expect(of.familiesServed).toMatchObject({
      numerator: (await report(districtId)).familiesServed.numerator,
    });

    const cost = () => graph.statements(() => graph.query(SERVED, {}, auditor()));
    const before = await cost();
    await givenDistrict(graph.db, { name: 'Une de plus' });
    // A district that the process has not met yet is read once.
    await cost();
    expect(await cost()).toBe(before);
    const denied = await graph.query(SERVED, {}, { role: 'CASEWORKER', sub: newId() });
    expect(denied.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const half = SERVED.replace('2026-03-31', '2026-03-30');
    expect((await graph.query(half, {}, auditor())).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('is found again by its key, for whoever may read it', async () => {
    const key = { from: '2026-01-01', to: '2026-03-31', districtId };
    const find = (user: ReturnType<typeof auditor>, reference: Readonly<Record<string, unknown>> = key) =>
      graph.resolveReferences('ImpactReport', [reference], '{ from to }', user);
    expect((await find(auditor())).data).toEqual([{ from: '2026-01-01', to: '2026-03-31' }]);
    expect((await find({ role: 'CASEWORKER', sub: newId() })).data).toEqual([null]);
    const { errors } = await find(auditor(), { ...key, to: '2026-03-30' });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'to' });
  });
});
