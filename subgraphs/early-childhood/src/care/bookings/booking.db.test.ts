import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { givenCentre, givenClosure, givenSection } from '../../centres/centres/centre.builder.ts';
import { usualSettings } from '../../centres/city-settings/city-settings.rules.ts';
import { askCover, referenceTo } from '../../cover/childcare-cover/testing/ask-cover.ts';
import { givenKnownMilestone } from '../../cover/known-milestones/known-milestone.builder.ts';
import { Child } from '../../families/families/child.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';
import { givenPlacement } from '../placements/placement.builder.ts';
import { givenBooking } from './booking.builder.ts';
import { Booking } from './booking.ts';

const BOOK = `mutation ($input: BookCareInput!) {
  bookCare(input: $input) {
    booking { id status kind startsAt endsAt version family { id } section { id } child { id } placement { id } }
    refusal { reason message }
  }
}`;

const SUBMIT =
  'mutation ($input: SubmitCareRequestInput!) { submitCareRequest(input: $input) { refusal { reason } } }';
const NEXT_WEEK = { startsAt: '2026-03-10T09:00:00+01:00', endsAt: '2026-03-10T12:00:00+01:00' };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
afterAll(() => graph.close());

type Care = { childId: string; sectionId: string } & Readonly<Record<string, unknown>>;

const morning = {
  kind: 'SHORT_TERM',
  startsAt: '2026-03-03T09:00:00+01:00',
  endsAt: '2026-03-03T12:00:00+01:00',
};

const book = async (care: Care, language: 'fr' | 'en' = 'fr') => {
  const { data, errors } = await graph.query(BOOK, { input: { ...morning, ...care } }, coordinator(), {
    language,
  });
  expect(errors).toEqual([]);
  return data.bookCare;
};

const care = async (places = 10): Promise<Care> => ({
  childId: (await givenChild(graph.db)).id,
  sectionId: (await givenSection(graph.db, { places })).id,
});

describe('booking care', () => {
  it('confirms the place at once, for the family the child is registered with', async () => {
    const child = await givenChild(graph.db);
    const section = await givenSection(graph.db);

    const { booking, refusal } = await book({ childId: child.id, sectionId: section.id });

    expect(refusal).toBeNull();
    expect(booking).toMatchObject({
      status: 'CONFIRMED',
      kind: 'SHORT_TERM',
      version: 1,
      startsAt: '2026-03-03T08:00:00.000Z',
      family: { id: child.familyId },
      section: { id: section.id },
      child: { id: child.id },
      placement: null,
    });
  });

  it('books once, however often it is sent with one id', async () => {
    const wanted = { id: newId(), ...(await care()) };

    const answers = await Promise.all([book(wanted), book(wanted), book(wanted)]);

    expect(answers.map(({ booking }) => booking?.id)).toEqual([wanted.id, wanted.id, wanted.id]);
    expect(await graph.db.countBy(Booking, { childId: wanted.childId })).toBe(1);
  });

  it('refuses an id that was used for other care', async () => {
    const wanted = { id: newId(), ...(await care()) };
    await book(wanted);

    const { booking, refusal } = await book({ ...wanted, kind: 'FLEXIBLE' });

    expect(booking).toBeNull();
    expect(refusal.reason).toBe('CONFLICT');
  });

  it('gives the last place to one of two simultaneous requests', async () => {
    const { sectionId } = await care(1);
    const [ada, tom] = [await givenChild(graph.db), await givenChild(graph.db)];

    const answers = await Promise.all([
      book({ childId: ada.id, sectionId }),
      book({ childId: tom.id, sectionId }),
    ]);

    expect(answers.filter(({ booking }) => booking)).toHaveLength(1);
    expect(answers.find(({ refusal }) => refusal)?.refusal.reason).toBe('SECTION_FULL');
  });

  it('gives a child one of two places that are asked for at the same time in two centres', async () => {
    const { childId, sectionId } = await care();
    const elsewhere = await givenSection(graph.db);

    const answers = await Promise.all([
      book({ childId, sectionId }),
      book({ childId, sectionId: elsewhere.id }),
    ]);

    expect(answers.filter(({ booking }) => booking)).toHaveLength(1);
    expect(answers.find(({ refusal }) => refusal)?.refusal.reason).toBe('CHILD_ALREADY_BOOKED');
  });

  it('refuses when the centre is full although the section is not', async () => {
    const centre = await givenCentre(graph.db, { authorisedPlaces: 1 });
    const [petits, grands] = [
      await givenSection(graph.db, { centreId: centre.id, places: 1 }),
      await givenSection(graph.db, { centreId: centre.id, places: 1 }),
    ];
    await givenBooking(graph.db, { sectionId: petits.id });

    const { refusal } = await book({ childId: (await givenChild(graph.db)).id, sectionId: grands.id });

    expect(refusal.reason).toBe('CENTRE_FULL');
  });

  it('refuses a closure day', async () => {
    const section = await givenSection(graph.db);
    await givenClosure(graph.db, section.centreId, ['2026-03-03', '2026-03-04']);

    const { refusal } = await book({ childId: (await givenChild(graph.db)).id, sectionId: section.id });

    expect(refusal.reason).toBe('CENTRE_CLOSED');
  });

  it('says from which day a child is old enough, and of one not born, from which it would be', async () => {
    const { id: sectionId } = await givenSection(graph.db, { minAgeMonths: 2 });
    const born = await givenChild(graph.db, { birthDate: Temporal.PlainDate.from('2026-01-01') });
    const expectedDate = Temporal.PlainDate.from('2026-05-01');
    const expected = await givenChild(graph.db, { birthDate: null, expectedDate });

    expect((await book({ childId: born.id, sectionId })).refusal).toEqual({
      reason: 'CHILD_TOO_YOUNG',
      message:
        'L’enfant n’a pas l’âge de cette section, ou pas encore dix semaines : l’accueil peut commencer le 12 mars 2026 au plus tôt.',
    });
    expect((await book({ childId: expected.id, sectionId })).refusal.message).toBe(
      'L’enfant n’a pas l’âge de cette section, ou pas encore dix semaines : l’accueil peut commencer le 10 juillet 2026 au plus tôt, s’il naît comme prévu.',
    );
  });

  it('says why in the language of the reader', async () => {
    const late = {
      ...(await care()),
      startsAt: '2026-03-02T09:00:00+01:00',
      endsAt: '2026-03-02T12:00:00+01:00',
    };

    expect((await book(late)).refusal).toEqual({
      reason: 'STARTS_IN_THE_PAST',
      message: 'Le début est déjà passé.',
    });
    expect((await book(late, 'en')).refusal.message).toBe('The start has passed already.');
  });

  it('takes an emergency from the half-hour that runs, and keeps what was known of a milestone that is over', async () => {
    const door = { ...(await care()), kind: 'EMERGENCY', endsAt: '2026-03-02T12:00:00+01:00' };
    const { familyId } = await graph.db.findOneByOrFail(Child, { id: door.childId });
    const quarter = ['10:30', '10:45'].map((time) => new Date(`2026-03-02T${time}:00+01:00`));
    const [startsAt = new Date(), endsAt = new Date()] = quarter;
    const milestone = await givenKnownMilestone(graph.db, { familyId, startsAt, endsAt });
    graph.setNow(new Date('2026-03-02T10:59:00+01:00'));
    const early = { ...door, startsAt: '2026-03-02T10:00:00+01:00' };
    expect((await book(early)).refusal.reason).toBe('STARTS_IN_THE_PAST');
    const running = { ...door, startsAt: '2026-03-02T10:30:00+01:00' };
    expect((await book({ ...running, kind: 'SHORT_TERM' })).refusal.reason).toBe('STARTS_IN_THE_PAST');
    expect((await book(running)).booking).toMatchObject({ startsAt: '2026-03-02T09:30:00.000Z' });

    const { data } = await askCover(graph, [referenceTo(milestone)]);
    expect(data[0].childcareCover).toMatchObject({
      status: 'UNCOVERED',
      laterStatus: 'COVERED',
      notedAfterwards: [{ kind: 'CARE_BOOKED', sentence: expect.stringContaining('Tom') }],
    });
    graph.setNow(new Date('2026-03-02T10:00:00+01:00'));
  });

  it('asks whether it is an emergency where it could be foreseen, by the notice that the city decided', async () => {
    const emergency = { ...(await care()), kind: 'EMERGENCY' };
    const thursday = { startsAt: '2026-03-05T09:00:00+01:00', endsAt: '2026-03-05T12:00:00+01:00' };
    expect((await book({ ...emergency, ...thursday })).refusal).toEqual({
      reason: 'FORESEEN',
      message: expect.stringContaining('dans 48 heures ou plus'),
    });
    await graph.db.query(
      "insert into city_settings (number, valid_from, settings, reason, said_at, said_by) values (1, '2026-03-01', $1, 'Vote', now(), 'zoe')",
      [JSON.stringify({ ...usualSettings, emergencyNoticeHours: 120 })],
    );
    expect((await book({ ...emergency, ...thursday })).refusal).toBeNull();
    await graph.db.query('delete from city_settings');
    const friday = { startsAt: '2026-03-06T09:00:00+01:00', endsAt: '2026-03-06T12:00:00+01:00' };
    expect((await book({ ...emergency, ...friday, confirmed: true })).refusal).toBeNull();
  });

  it('is no way round the commission, but more hours of a place that it gave need none', async () => {
    const longTerm = { ...(await care()), kind: 'LONG_TERM' };
    const monday = { startsAt: '2026-03-16T09:00:00+01:00', endsAt: '2026-03-16T12:00:00+01:00' };
    const { refusal } = await book({ ...longTerm, ...monday });
    expect(refusal.reason).toBe('COMMISSION_NEEDED');
    await givenPlacement(graph.db, { childId: longTerm.childId, sectionId: longTerm.sectionId });
    expect((await book({ ...longTerm, ...monday })).refusal).toBeNull();
  });

  it('refuses a child, section, family or milestone that is not known', async () => {
    const known = await care();

    expect((await book({ ...known, childId: newId() })).refusal.reason).toBe('UNKNOWN_CHILD');
    expect((await book({ ...known, sectionId: newId() })).refusal.reason).toBe('UNKNOWN_SECTION');
    expect((await book({ ...known, familyId: newId() })).refusal.reason).toBe('CHILD_OF_ANOTHER_FAMILY');
    expect((await book({ ...known, milestoneId: newId() })).refusal.reason).toBe('UNKNOWN_MILESTONE');
  });

  it('is written for no family whose file the child leaves at the same moment, nor is what else is cared for', async () => {
    const [child, { id: other }] = [await givenChild(graph.db), await givenFamily(graph.db)];
    const { id: childId } = child;
    const wanted = { childId, sectionId: (await givenSection(graph.db)).id };
    const asked = { childId, kind: 'SHORT_TERM', stretches: [NEXT_WEEK] };
    const raced = await inTransaction(graph.db, async (tx) => {
      await tx.query('select from children where id = $1 for update', [childId]);
      const booked = graph.query(BOOK, { input: { ...morning, ...wanted } }, coordinator());
      const submitted = graph.query(SUBMIT, { input: asked }, coordinator());
      const placed = givenPlacement(graph.db, { childId }).then(
        () => 'WRITTEN',
        ({ message }: Error) => message,
      );
      const first = Promise.race([booked, submitted, placed, setTimeout(300, 'WAITS')]);
      expect(await first).toBe('WAITS');
      await tx.query('update children set family_id = $2 where id = $1', [childId, other]);
      return { booked, submitted, placed };
    });

    expect((await raced.booked).errors).toMatchObject([{ extensions: { code: 'TRY_AGAIN' } }]);
    expect(await raced.placed).toBe('the child has another file now');
    // The child was held before its family was read.
    expect((await raced.submitted).errors).toEqual([]);
    const rowsOf = (table: string) =>
      graph.db.query(`select family_id as "familyId" from ${table} where child_id = $1`, [childId]);
    for (const table of ['bookings', 'placements']) expect(await rowsOf(table)).toEqual([]);
    for (const table of ['care_requests', 'care_steps'])
      expect(await rowsOf(table)).toEqual([{ familyId: other }]);
    expect((await book(wanted)).booking.family.id).toBe(other);
  });

  it('is for coordinators', async () => {
    for (const user of [caseworker(), advisor()]) {
      const { errors } = await graph.query(BOOK, { input: { ...morning, ...(await care()) } }, user);
      expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
    }
  });

  it('names a malformed id', async () => {
    const input = { ...morning, ...(await care()), childId: 'tom' };
    const { errors } = await graph.query(BOOK, { input }, coordinator());

    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.childId' });
  });
});

describe('a booking by its id', () => {
  const ASK = 'query ($id: ID!) { booking(id: $id) { id } }';

  it('is there for caseworkers, and absent when there is none', async () => {
    const { id } = await givenBooking(graph.db);

    expect((await graph.query(ASK, { id }, caseworker())).data).toEqual({ booking: { id } });
    expect((await graph.query(ASK, { id: newId() }, caseworker())).data).toEqual({ booking: null });
  });

  it('is closed to advisors', async () => {
    const { errors } = await graph.query(ASK, { id: newId() }, advisor());

    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
