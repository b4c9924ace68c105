import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { givenSharedResidence } from '../../families/shared-residence/shared-residence.builder.ts';
import { subgraph } from '../../subgraph.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-02-27T09:00:00+01:00') });
});
afterAll(() => graph.close());

const LEA = advisor('lea');
/** On Tuesday 3 March, as bookings of the builder are. */
const times = (from: string, to: string) =>
  `startsAt: "2026-03-03T${from}:00+01:00", endsAt: "2026-03-03T${to}:00+01:00"`;
const HOURS = '{ startsAt endsAt }';
const forecast = (given: string) => `{ coverForecast(${given}) {
  status couldBeCovered neededFrom neededTo children { firstName status missing ${HOURS} couldBeBooked ${HOURS} } } }`;

const ask = (familyIds: readonly string[], selection: string, as: TestUser = LEA) => {
  const seekers = familyIds.map((id) => ({ id: newId(), family: { id } }));
  return graph.resolveReferences('JobSeeker', seekers, selection, as);
};
const hour = (time: string) => new Date(`2026-03-03T${time}:00+01:00`).toISOString();
const hours = (from: string, to: string) => ({ startsAt: hour(from), endsAt: hour(to) });

/** Tom is looked after from 9 to 12, in a section of ten places that is open from 8 to 18. */
const aJobSeeker = async () => {
  const { id: childId, familyId } = await givenChild(graph.db);
  const { sectionId, centreId } = await givenBooking(graph.db, { childId });
  await givenFollowers(graph.db, familyId, [{ sub: 'lea', relation: 'ADVISOR' }]);
  return { childId, familyId, sectionId, centreId };
};

describe('the forecast of cover', () => {
  it('tells what is covered, what is missing and what could be booked, travel included', async () => {
    const { familyId } = await aJobSeeker();
    const { data, errors } = await ask([familyId], forecast(`${times('10:00', '13:30')}, travelMinutes: 30`));
    expect(errors).toEqual([]);
    expect(data[0].coverForecast).toEqual({
      status: 'PARTIAL',
      couldBeCovered: true,
      neededFrom: hour('09:30'),
      neededTo: hour('14:00'),
      children: [
        {
          firstName: 'Tom',
          status: 'PARTIAL',
          missing: [hours('12:00', '14:00')],
          couldBeBooked: [hours('12:00', '14:00')],
        },
      ],
    });
    const covered = await ask([familyId], forecast(times('10:00', '11:00')));
    expect(covered.data[0].coverForecast).toMatchObject({ status: 'COVERED', couldBeCovered: true });
  });

  it('offers nothing where no centre is open, or where it is not known who has the child', async () => {
    const { familyId, childId } = await aJobSeeker();
    const late = await ask([familyId], forecast(times('19:00', '20:30')));
    expect(late.data[0].coverForecast).toMatchObject({
      status: 'UNCOVERED',
      couldBeCovered: false,
      children: [{ couldBeBooked: [] }],
    });
    await givenSharedResidence(graph.db, childId);
    const unknown = await ask([familyId], forecast(times('12:00', '13:00')));
    expect(unknown.data[0].coverForecast).toMatchObject({ status: 'UNKNOWN', couldBeCovered: false });
  });

  it('tells the hours of days that are covered and those that could be', async () => {
    const { familyId } = await aJobSeeker();
    const { data, errors } = await ask(
      [familyId],
      `{ coverForecastOfDays(from: "2026-03-03", to: "2026-03-08") { date status covered ${HOURS} couldBeCovered ${HOURS} } }`,
    );
    expect(errors).toEqual([]);
    const days = data[0].coverForecastOfDays;
    expect(days).toHaveLength(6);
    expect(days[0]).toEqual({
      date: '2026-03-03',
      status: 'PARTIAL',
      covered: [hours('09:00', '12:00')],
      couldBeCovered: [hours('08:00', '09:00'), hours('12:00', '18:00')],
    });
    expect(days[5]).toEqual({ date: '2026-03-08', status: 'UNCOVERED', covered: [], couldBeCovered: [] });
  });

  it('is for the advisor of the family, and written down', async () => {
    const { familyId } = await aJobSeeker();
    const other = await ask([familyId], forecast(times('10:00', '11:00')), advisor('ali'));
    expect(other.data).toEqual([null]);
    const told = await ask([familyId], forecast(times('10:00', '11:00')), coordinator());
    expect(told.data[0].coverForecast).toMatchObject({ status: 'COVERED' });
    await ask([familyId], forecast(times('10:00', '11:00')));
    const log = await graph.db.query(
      "select from access_log where sub = 'lea' and family = $1 and 'CARE' = any(categories)",
      [familyId],
    );
    expect(log.length).toBeGreaterThan(0);
  });

  it.each([
    ['ends before it starts', times('11:00', '10:00')],
    ['lasts longer than a day', 'startsAt: "2026-03-03T08:00:00+01:00", endsAt: "2026-03-04T08:00:00+01:00"'],
    ['has an impossible way', `${times('10:00', '11:00')}, travelMinutes: 999`],
  ])('is of no time that %s', async (_what, given) => {
    const { familyId } = await aJobSeeker();
    const { errors } = await ask([familyId], forecast(given));
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each(['2026-03-01', '2026-03-20'])('is of no more than 14 days: until %s', async (to) => {
    const { familyId } = await aJobSeeker();
    const { errors } = await ask(
      [familyId],
      `{ coverForecastOfDays(from: "2026-03-03", to: "${to}") { date } }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('costs as many statements for ten families as for one', async () => {
    const families: string[] = [];
    for (let count = 0; count < 10; count += 1) families.push((await aJobSeeker()).familyId);
    const both = `{ coverForecast(${times('10:00', '13:00')}) { status children { couldBeBooked ${HOURS} } }
      coverForecastOfDays(from: "2026-03-03", to: "2026-03-06") { date covered ${HOURS} } }`;
    const cost = (some: string[]) => graph.statements(() => ask(some, both));
    const one = await cost(families.slice(0, 1));
    expect(await cost(families)).toBe(one);
  });
});
