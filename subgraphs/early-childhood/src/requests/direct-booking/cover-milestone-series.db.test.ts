import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenCentre, givenClosure, givenSection } from '../../centres/centres/centre.builder.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { subgraph } from '../../subgraph.ts';
import {
  askToCoverSeries,
  askToUncoverSeries,
  givenOnlySection,
  givenSeries,
} from './testing/ask-to-cover.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});

afterAll(() => graph.close());

/** Tuesdays and Thursdays over the change of the clocks, the first one the day after today. */
const DAYS = ['2026-03-03', '2026-03-05', '2026-03-24', '2026-03-26', '2026-03-31', '2026-04-02'];

const stored = async (seriesId: string): Promise<string[]> => {
  const found = await graph.db.query(
    `select status from bookings where milestone_id in (select id from known_milestones where series_id = $1)`,
    [seriesId],
  );
  return found.map(({ status }: { status: string }) => status);
};

type Occurrence = {
  startsAt: string;
  bookings: { section: { id: string } }[];
  cover: { status: string };
  refusal: { reason: string } | null;
};

/** Each day in short: where its children go, or why nowhere. */
const inShort = (occurrences: readonly Occurrence[]) =>
  occurrences.map(({ startsAt, bookings, refusal }) => [
    startsAt.slice(0, 10),
    ...(refusal ? [refusal.reason] : bookings.map(({ section }) => section.id)),
  ]);

describe('covering a series', () => {
  it('books each day whole at the hours of the clock, and says of the others what is lacking and why', async () => {
    const { id: sectionId, centreId } = await givenOnlySection(graph);
    const series = await givenSeries(graph, DAYS, { children: 2 });
    await givenClosure(graph.db, centreId, ['2026-03-24', '2026-03-24']);
    const [, , , , called] = series.milestones;
    await graph.db.query("update known_milestones set status = 'CANCELLED' where id = $1", [called?.id]);

    const given = { exceptDays: ['2026-03-05'], untilDay: '2026-04-01' };
    const preview = await askToCoverSeries(graph, series, { given: { ...given, preview: true } });
    expect(await stored(series.seriesId)).toEqual([]);
    const done = await askToCoverSeries(graph, series, { given });

    expect([preview.errors, done.errors, done.refusal]).toEqual([[], [], null]);
    expect(inShort(preview.occurrences)).toEqual(inShort(done.occurrences));
    expect(inShort(done.occurrences)).toEqual([
      ['2026-03-03', sectionId, sectionId],
      ['2026-03-24', 'NO_OPTION'],
      ['2026-03-26', sectionId, sectionId],
    ]);
    const [first, closed, last] = done.occurrences;
    expect(first.bookings.map(({ kind }: { kind: string }) => kind)).toEqual(['EMERGENCY', 'EMERGENCY']);
    expect(last.bookings).toMatchObject(
      series.childIds.map((id) => ({
        child: { id },
        kind: 'SHORT_TERM',
        startsAt: '2026-03-26T08:00:00.000Z',
      })),
    );
    expect(closed).toMatchObject({ cover: { status: 'UNCOVERED', gaps: [{}, {}] }, bookings: [] });
    expect(closed.alternatives).toHaveLength(2);
    const miss = closed.alternatives[0].nearestMisses.find(
      ({ section }: { section: { id: string } }) => section.id === sectionId,
    );
    expect(miss.obstacles).toMatchObject([{ reason: 'CENTRE_CLOSED' }]);
    expect(await stored(series.seriesId)).toHaveLength(4);

    const later = await askToCoverSeries(graph, series, { given: { fromDay: '2026-04-02' } });
    expect(later.occurrences[0].bookings[0].startsAt).toBe('2026-04-02T07:00:00.000Z');
    const requests = await graph.db.query(
      `select count(*)::int as n from care_requests where status = 'PLACED' and milestone_id = any($1)`,
      [series.milestones.map(({ id }) => id)],
    );
    expect(requests).toEqual([{ n: 2 }]);
    const told = (await graph.published()).filter(({ familyId }) => familyId === series.familyId);
    expect(told.filter(({ data }) => data.status === 'COVERED')).toHaveLength(3);
  });

  it('asks the database as often for many weeks as for one', async () => {
    await givenOnlySection(graph, { authorisedPlaces: 20 });
    const weeks = (count: number) =>
      Array.from({ length: count }, (_, week) => [7 * week + 9, 7 * week + 10]).flatMap((days) =>
        days.map((day) => new Date(Date.UTC(2026, 2, day)).toISOString().slice(0, 10)),
      );
    const cost = async (count: number) => {
      const series = await givenSeries(graph, weeks(count), { children: 2 });
      let booked = 0;
      const statements = await graph.statements(async () => {
        const { occurrences } = await askToCoverSeries(graph, series);
        booked = occurrences.flatMap(({ bookings }: Occurrence) => bookings).length;
      });
      expect(booked).toBe(4 * count);
      return statements;
    };
    await cost(1);
    expect(await cost(8)).toBe(await cost(1));
  });

  it('keeps a child in one place, goes round what is full, and books what overlaps once', async () => {
    const { id: usual } = await givenOnlySection(graph, { authorisedPlaces: 1 });
    const { id: otherCentre } = await givenCentre(graph.db, { authorisedPlaces: 1, latitude: 47.3 });
    const { id: other } = await givenSection(graph.db, { centreId: otherCentre });
    const fill = (sectionId: string, day: string) =>
      givenBooking(graph.db, {
        ...{ sectionId, kind: 'SHORT_TERM', startsAt: new Date(`${day}T09:00:00+01:00`) },
        endsAt: new Date(`${day}T13:00:00+01:00`),
      });
    await fill(usual, '2026-03-24');
    for (const day of ['2026-03-05', '2026-03-26']) await fill(other, day);
    const series = await givenSeries(graph, DAYS.slice(1, 4));
    const [, , last] = series.milestones;
    await givenKnownMilestone(graph.db, {
      ...{ familyId: series.familyId, seriesId: series.seriesId, travelMinutes: 60 },
      startsAt: new Date('2026-03-26T10:30:00+01:00'),
      endsAt: new Date('2026-03-26T11:30:00+01:00'),
    });
    const { occurrences } = await askToCoverSeries(graph, series, { given: { version: 4 } });

    expect(inShort(occurrences)).toEqual([
      ['2026-03-05', usual],
      ['2026-03-24', other],
      ['2026-03-26', usual],
      ['2026-03-26', usual],
    ]);
    expect(occurrences.map(({ cover }: Occurrence) => cover.status)).toEqual(Array(4).fill('COVERED'));
    expect(last?.startsAt.toISOString()).toBe(occurrences[2].startsAt);

    const chosen = await givenSeries(graph, DAYS.slice(2, 4));
    const [childId] = chosen.childIds;
    const given = { choices: [{ childId, sectionId: usual }] };
    await graph.db.query(
      "update bookings set status = 'CANCELLED', cancellation_reason = 'Formation annulée.' where starts_at > '2026-03-26'",
    );
    // Only a part of that day is free there: it is not passed off as the whole.
    await givenBooking(graph.db, {
      ...{ sectionId: usual, kind: 'SHORT_TERM', startsAt: new Date('2026-03-31T11:00:00+02:00') },
      endsAt: new Date('2026-03-31T13:00:00+02:00'),
    });
    const partly = await givenSeries(graph, DAYS.slice(4, 5));
    const elsewhere = [{ childId: partly.childIds[0], sectionId: usual }];
    expect(
      inShort((await askToCoverSeries(graph, partly, { given: { choices: elsewhere } })).occurrences),
    ).toEqual([['2026-03-31', 'CHOICE_NOT_POSSIBLE']]);
    const answer = await askToCoverSeries(graph, chosen, { given });
    expect(inShort(answer.occurrences)).toEqual([
      ['2026-03-24', 'CHOICE_NOT_POSSIBLE'],
      ['2026-03-26', usual],
    ]);
    expect((await askToCoverSeries(graph, chosen, { given })).occurrences[1].refusal.reason).toBe(
      'NOTHING_TO_COVER',
    );
  });

  it('takes a child where all of its weekdays are open, though another place suits some of them better', async () => {
    const { id: near, centreId } = await givenOnlySection(graph);
    const tuesdays = JSON.stringify([{ weekday: 2, from: '08:00', to: '18:00' }]);
    await graph.db.query('update centres set opening_hours = $2 where id = $1', [centreId, tuesdays]);
    const { id: far } = await givenSection(graph.db, {
      centreId: (await givenCentre(graph.db, { latitude: 47.3 })).id,
    });
    const onTuesdays = await askToCoverSeries(graph, await givenSeries(graph, ['2026-03-10', '2026-03-17']));
    expect(inShort(onTuesdays.occurrences).map(([, section]) => section)).toEqual([near, near]);
    const days = ['2026-03-10', '2026-03-12', '2026-03-17', '2026-03-19'];
    const { occurrences } = await askToCoverSeries(graph, await givenSeries(graph, days));
    expect(inShort(occurrences)).toEqual(days.map((day) => [day, far]));
  });

  it('sent again with its id answers the same', async () => {
    await givenOnlySection(graph);
    const series = await givenSeries(graph, DAYS);
    const given = { id: newId() };
    const first = await askToCoverSeries(graph, series, { given });
    expect(first.occurrences[0].bookings).toMatchObject([given]);
    expect(await askToCoverSeries(graph, series, { given })).toEqual(first);
    const another = await givenSeries(graph, DAYS);
    expect((await askToCoverSeries(graph, another, { given })).refusal.reason).toBe('CONFLICT');
  });
});

describe('a series is not covered', () => {
  const reasonOf = async (...asked: Parameters<typeof askToCoverSeries>) =>
    (await askToCoverSeries(...asked)).refusal?.reason ?? null;

  it('as it was not seen, where nothing is left, or for whom nothing lacks', async () => {
    await givenOnlySection(graph);
    const series = await givenSeries(graph, DAYS);
    const [childId] = series.childIds;
    const asked = (given: object) => reasonOf(graph, series, { given });
    const choice = { childId, sectionId: newId() };

    expect(await asked({ version: 5 })).toBe('STALE_VERSION');
    expect(await asked({ version: 7 })).toBe('VERSION_NOT_KNOWN_YET');
    expect(await asked({ fromDay: '2026-05-01' })).toBe('NOTHING_LEFT');
    expect(await asked({ childIds: [] })).toBe('SERIES_COVERED');
    expect(await asked({ choices: [choice, choice] })).toBe('CHOICE_NOT_NEEDED');
    expect(await reasonOf(graph, { ...series, seriesId: newId() })).toBe('UNKNOWN_SERIES');
    expect(await stored(series.seriesId)).toEqual([]);
  });

  it('by an advisor whose job seeker it is not, nor given back; the team may', async () => {
    await givenOnlySection(graph);
    const series = await givenSeries(graph, DAYS, { advisorId: 'hugo' });
    await givenFollowers(graph.db, series.familyId, [{ sub: 'hugo', relation: 'ADVISOR' }]);
    const by = (as: ReturnType<typeof advisor>) => reasonOf(graph, series, { as, given: { preview: true } });
    const backBy = async (as: ReturnType<typeof advisor>) =>
      (await askToUncoverSeries(graph, series, { as })).refusal?.reason ?? null;

    expect([await by(advisor('ines')), await backBy(advisor('ines'))]).toEqual(
      Array(2).fill('UNKNOWN_SERIES'),
    );
    expect([await by(advisor('hugo')), await by(caseworker())]).toEqual([null, null]);
    // Handed over, what is over stays with who followed it then.
    const over = { startsAt: new Date('2026-02-24T09:00:00Z'), endsAt: new Date('2026-02-24T10:00:00Z') };
    await givenKnownMilestone(graph.db, {
      ...{ familyId: series.familyId, seriesId: series.seriesId, advisorId: 'ines', ...over },
    });
    const begun = { ...series, milestones: [...series.milestones, over] };
    const as = advisor('hugo');
    expect(await reasonOf(graph, begun, { as, given: { preview: true } })).toBeNull();
  });
});

describe('giving back what covers a series', () => {
  it('frees what has not begun, but for days that are left out, also once it is called off', async () => {
    await givenOnlySection(graph);
    const series = await givenSeries(graph, DAYS);
    await askToCoverSeries(graph, series);
    await graph.db.query("update known_milestones set status = 'CANCELLED' where series_id = $1", [
      series.seriesId,
    ]);

    const given = { exceptDays: ['2026-03-26'] };
    const preview = await askToUncoverSeries(graph, series, { given: { ...given, preview: true } });
    expect(await stored(series.seriesId)).toEqual(Array(6).fill('CONFIRMED'));
    const { occurrences } = await askToUncoverSeries(graph, series, { given });
    expect((await askToUncoverSeries(graph, series, { given: { version: 5 } })).refusal.reason).toBe(
      'STALE_VERSION',
    );

    expect(inShort(preview.occurrences)).toEqual(inShort(occurrences));
    expect(occurrences).toHaveLength(5);
    expect(occurrences[0]).toMatchObject({
      cover: { status: 'UNCOVERED' },
      bookings: [{ status: 'CANCELLED', cancellationReason: 'Formation annulée.' }],
    });
    expect((await stored(series.seriesId)).filter((status) => status === 'CONFIRMED')).toHaveLength(1);
    const reasonOf = async (asked: object) =>
      (await askToUncoverSeries(graph, series, { given: asked })).refusal.reason;
    expect(await reasonOf({ reason: ' ' })).toBe('REASON_MISSING');
    expect(await reasonOf(given)).toBe('NOTHING_TO_GIVE_BACK');
  });
});
