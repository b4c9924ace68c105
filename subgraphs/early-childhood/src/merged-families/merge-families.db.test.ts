import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../bookings/booking.builder.ts';
import type { Adult } from '../families/adult.ts';
import type { Child } from '../families/child.ts';
import { givenAdult, givenChild, givenFamily } from '../families/family.builder.ts';
import type { Family } from '../families/family.ts';
import { givenKnownMilestone } from '../known-milestones/known-milestone.builder.ts';
import { givenPlacement } from '../placements/placement.builder.ts';
import { subgraph } from '../subgraph.ts';

const MERGE = `mutation ($input: MergeFamiliesInput!) { mergeFamilies(input: $input) {
  family { id version adults { id phone } children { id careAlerts mayBeCollectedBy } addresses { untilDay } }
  moved { adults children bookings placements careRequests milestones }
  overlappingBookings { id } refusal { reason message } } }`;
const FILE = `query ($reference: String!, $id: ID!) {
  family(reference: $reference) { id } familyById(id: $id) { id reference }
  families(search: $reference) { edges { node { id } } } }`;
/** Where an id that was merged away may still stand: its own row, who stays instead, what was found then, what was told. */
const KEPT =
  /^(families|adults|children)\.(id|merged_into)$|^(outbox|pending_deliveries|delivery_positions|inbox_positions)\./;

let graph: TestSubgraph;
let survivor: Family;
let duplicate: Family;
let [keptAdult, droppedAdult]: Adult[] = [];
let [keptChild, droppedChild]: Child[] = [];
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
beforeEach(async () => {
  [survivor, duplicate] = [await givenFamily(graph.db), await givenFamily(graph.db)];
  const [ofSurvivor, ofDuplicate] = [{ familyId: survivor.id }, { familyId: duplicate.id }];
  keptAdult = await givenAdult(graph.db, ofSurvivor);
  droppedAdult = await givenAdult(graph.db, { ...ofDuplicate, lastName: 'Vigneron', phone: '+33612345678' });
  keptChild = await givenChild(graph.db, { ...ofSurvivor, careAlerts: ['Arachide'] });
  droppedChild = await givenChild(graph.db, {
    ...ofDuplicate,
    careAlerts: ['Lait'],
    mayBeCollectedBy: ['Nadia'],
  });
});
afterAll(() => graph.close());

type Facts = Readonly<Record<string, unknown>>;
const merge = async (facts: Facts = {}) => {
  const asked = {
    survivorId: survivor.id,
    survivorVersion: 1,
    duplicateId: duplicate.id,
    duplicateVersion: 1,
  };
  const { data, errors } = await graph.query(MERGE, { input: { ...asked, ...facts } }, coordinator());
  expect(errors).toEqual([]);
  return data.mergeFamilies;
};
const samePeople = () => ({
  sameAdults: [{ keep: keptAdult?.id, drop: droppedAdult?.id }],
  sameChildren: [{ keep: keptChild?.id, drop: droppedChild?.id }],
});
const fileOf = async ({ reference, id }: Family) => {
  const { data, errors } = await graph.query(FILE, { reference, id }, caseworker());
  expect(errors).toEqual([]);
  return data;
};
const hours = (from: string, to: string) => ({
  startsAt: new Date(`2026-03-04T${from}:00+01:00`),
  endsAt: new Date(`2026-03-04T${to}:00+01:00`),
});

const standing = async (ids: readonly (string | undefined)[]): Promise<string[]> => {
  const columns: { name: string; count: string }[] = await graph.db.query(`
    select table_name || '.' || column_name as name,
      format('select count(*)::int as found from %I where %I = any($1)', table_name, column_name) as count
    from information_schema.columns where table_schema = 'public' and data_type = 'uuid' order by 1`);
  const found: string[] = [];
  for (const { name, count } of columns.filter((column) => !KEPT.test(column.name))) {
    const [row] = await graph.db.query(count, [ids]);
    if (row.found > 0) found.push(name);
  }
  return found;
};

describe('a family that was registered twice', () => {
  it('is one file, which everything of the duplicate belongs to', async () => {
    const placement = await givenPlacement(graph.db, {
      childId: droppedChild?.id ?? '',
      familyId: duplicate.id,
    });
    const booking = await givenBooking(graph.db, {
      childId: droppedChild?.id ?? '',
      ...hours('09:00', '12:00'),
    });
    await givenKnownMilestone(graph.db, { familyId: duplicate.id, ...hours('10:00', '11:00') });
    const other = await givenFamily(graph.db);
    await graph.db.query('insert into shared_residences (child_id, other_family_id) values ($1, $2)', [
      droppedChild?.id,
      other.id,
    ]);
    await graph.db.query(
      `insert into residence_periods (id, child_id, family_id, starts_at, ends_at) values ($1, $2, $3, '2026-03-01', '2026-03-09')`,
      [newId(), droppedChild?.id, duplicate.id],
    );
    await graph.db.query(
      "insert into known_income_support (family_id, status, starts_on) values ($1, 'RECEIVING', '2026-01-01')",
      [duplicate.id],
    );

    const { family, moved, refusal } = await merge(samePeople());

    expect(refusal).toBeNull();
    expect(family).toEqual({
      id: survivor.id,
      version: 2,
      adults: [{ id: keptAdult?.id, phone: '+33612345678' }],
      children: [{ id: keptChild?.id, careAlerts: ['Arachide', 'Lait'], mayBeCollectedBy: ['Nadia'] }],
      addresses: [{ untilDay: null }, { untilDay: '2026-03-02' }],
    });
    expect(moved).toEqual({
      adults: 1,
      children: 1,
      bookings: 1,
      placements: 1,
      careRequests: 0,
      milestones: 1,
    });
    expect(await standing([duplicate.id, droppedAdult?.id, droppedChild?.id])).toEqual([]);
    const { data } = await graph.query(
      `{ child(id: "${droppedChild?.id}") { id sharedResidence { otherFamily { id } } placements { id }
        bookings(from: "2026-03-01T00:00:00Z", to: "2026-04-01T00:00:00Z") { id } }
        adult(id: "${droppedAdult?.id}") { id } }`,
      {},
      coordinator(),
    );
    expect(data).toEqual({
      child: {
        id: keptChild?.id,
        sharedResidence: { otherFamily: { id: other.id } },
        placements: [{ id: placement.id }],
        bookings: [{ id: booking.id }],
      },
      adult: { id: keptAdult?.id },
    });
  });

  it('answers under both references and ids, and is found by the names of both', async () => {
    await merge(samePeople());

    expect(await fileOf(duplicate)).toEqual({
      family: { id: survivor.id },
      familyById: { id: survivor.id, reference: survivor.reference },
      families: { edges: [{ node: { id: survivor.id } }] },
    });
    const { data } = await graph.query(
      '{ families(search: "vigneron") { edges { node { id } } } }',
      {},
      coordinator(),
    );
    expect(data.families.edges).toContainEqual({ node: { id: survivor.id } });
    expect(data.families.edges).not.toContainEqual({ node: { id: duplicate.id } });
    const { data: references } = await graph.resolveReferences(
      'Family',
      [{ id: duplicate.id }],
      '{ reference }',
      caseworker(),
    );
    expect(references).toEqual([{ reference: survivor.reference }]);
  });

  it('tells the other agencies who stays, and who of the adults is who', async () => {
    await merge(samePeople());

    const told = (await graph.published()).filter(({ type }) => type === 'relais.family.changed.v1');
    const of = (id: string) => told.find(({ familyId }) => familyId === id)?.data;
    expect(of(survivor.id)).toMatchObject({ version: 2, adultIds: [keptAdult?.id] });
    expect(of(survivor.id)).not.toHaveProperty('mergedInto');
    expect(of(duplicate.id)).toMatchObject({
      version: 2,
      adultIds: [],
      mergedInto: survivor.id,
      mergedAdults: [{ adultId: droppedAdult?.id, mergedInto: keptAdult?.id }],
    });
  });

  it('stays merged when the file that stays is a duplicate itself', async () => {
    const third = await givenFamily(graph.db);
    await merge(samePeople());
    const next = { survivorId: third.id, duplicateId: survivor.id, duplicateVersion: 2 };
    expect((await merge(next)).refusal).toBeNull();

    for (const file of [duplicate, survivor, third]) expect((await fileOf(file)).family.id).toBe(third.id);
    const told = (await graph.published()).filter(({ familyId }) => familyId === duplicate.id);
    expect(told.map(({ data }) => [data.version, data.mergedInto])).toEqual([
      [2, survivor.id],
      [3, third.id],
    ]);
  });

  it('can be seen as one beforehand, without a change', async () => {
    const { moved, refusal } = await merge({ ...samePeople(), preview: true });

    expect([refusal, moved.children]).toEqual([null, 1]);
    expect((await fileOf(duplicate)).family.id).toBe(duplicate.id);
    expect((await graph.published()).filter(({ familyId }) => familyId === duplicate.id)).toEqual([]);
  });

  it('is merged once, however often and however much at once it is sent', async () => {
    const answers = await Promise.all([merge(samePeople()), merge(samePeople())]);
    expect(answers.map(({ family }) => family.id)).toEqual([survivor.id, survivor.id]);
    expect(answers.filter(({ moved }) => moved)).toHaveLength(1);
    expect((await merge(samePeople())).family).toMatchObject({ id: survivor.id, version: 2 });
  });
});

describe('what comes late for a merged family', () => {
  it('is kept for the one that stays: bookings, milestones and members', async () => {
    await merge(samePeople());

    const booking = await givenBooking(graph.db, { childId: droppedChild?.id ?? '', familyId: duplicate.id });
    const milestoneId = newId();
    const times = { startsAt: '2026-03-05T09:00:00Z', endsAt: '2026-03-05T10:00:00Z', travelMinutes: 0 };
    await graph.receive('relais.milestone.changed.v1', duplicate.id, {
      ...times,
      milestoneId,
      familyId: duplicate.id,
      status: 'PLANNED',
      version: 1,
    });
    await graph.query(
      `mutation ($input: AddAdultInput!) { addAdult(input: $input) { refusal { reason } } }`,
      { input: { familyId: duplicate.id, adult: { firstName: 'Ada', lastName: 'Late' } } },
      coordinator(),
    );

    expect(await standing([duplicate.id, droppedAdult?.id, droppedChild?.id])).toEqual([]);
    const [stored] = await graph.db.query('select family_id, child_id from bookings where id = $1', [
      booking.id,
    ]);
    expect(stored).toEqual({ family_id: survivor.id, child_id: keptChild?.id });
    const covers = (await graph.published()).filter(({ data }) => data.milestoneId === milestoneId);
    expect(covers.map(({ familyId }) => familyId)).toEqual([survivor.id]);
    const { data, errors } = await graph.resolveReferences(
      'Milestone',
      [{ id: milestoneId, ...times, family: { id: duplicate.id } }],
      '{ childcareCover { status } }',
      coordinator(),
    );
    expect([data, errors]).toEqual([[{ childcareCover: { status: 'UNCOVERED' } }], []]);
  });

  it('does not replace what is known of the one that stays: its income support', async () => {
    const tell = (familyId: string, status: string) =>
      graph.receive('relais.income-support.changed.v1', familyId, {
        familyId,
        periods: [{ status, from: '2026-01-01', to: null }],
      });
    await tell(survivor.id, 'RECEIVING');
    await merge(samePeople());
    await tell(duplicate.id, 'NONE');

    const known = await graph.db.query(
      'select family_id, status from known_income_support where family_id = any($1)',
      [[survivor.id, duplicate.id]],
    );
    expect(known).toEqual([{ family_id: survivor.id, status: 'RECEIVING' }]);
  });

  it('waits for a merge under way', async () => {
    const held = graph.running.db.createQueryRunner();
    await held.startTransaction();
    await held.query('select from families where id = $1 for update', [duplicate.id]);
    const late = givenBooking(graph.db, { childId: keptChild?.id ?? '', familyId: duplicate.id });
    await held.query('update families set merged_into = $1 where id = $2', [survivor.id, duplicate.id]);
    await held.commitTransaction();
    await held.release();

    const [stored] = await graph.db.query('select family_id from bookings where id = $1', [(await late).id]);
    expect(stored.family_id).toBe(survivor.id);
  });
});

describe('a merge is refused', () => {
  it.each<[string, () => Facts]>([
    ['SAME_FAMILY', () => ({ duplicateId: survivor.id })],
    ['UNKNOWN_FAMILY', () => ({ duplicateId: newId() })],
    ['STALE_VERSION', () => ({ survivorVersion: 4 })],
    ['STALE_VERSION', () => ({ duplicateVersion: 4 })],
    ['UNKNOWN_PAIR', () => ({ sameAdults: [{ keep: droppedAdult?.id, drop: keptAdult?.id }] })],
    ['NAMED_TWICE', () => ({ sameChildren: [...samePeople().sameChildren, ...samePeople().sameChildren] })],
  ])('as %s, and nothing changes', async (reason, facts) => {
    expect(await merge(facts())).toMatchObject({ family: null, moved: null, refusal: { reason } });
    expect((await fileOf(duplicate)).familyById.id).toBe(duplicate.id);
  });

  it('when one child is booked in both files at once, which is shown', async () => {
    await givenBooking(graph.db, { childId: keptChild?.id ?? '', ...hours('09:00', '12:00') });
    const twice = await givenBooking(graph.db, {
      childId: droppedChild?.id ?? '',
      ...hours('11:00', '14:00'),
    });

    expect(await merge(samePeople())).toMatchObject({
      refusal: { reason: 'BOOKINGS_OVERLAP' },
      overlappingBookings: [{ id: twice.id }],
    });
    expect((await merge()).refusal).toBeNull();
  });

  it('when a child lives by turns with the two, or with two others', async () => {
    const share = (child: Child | undefined, family: Family) =>
      graph.db.query('insert into shared_residences (child_id, other_family_id) values ($1, $2)', [
        child?.id,
        family.id,
      ]);
    await share(keptChild, duplicate);
    expect((await merge()).refusal.reason).toBe('SHARED_BETWEEN_THEM');
    await graph.db.query('delete from shared_residences where child_id = $1', [keptChild?.id]);
    await share(keptChild, await givenFamily(graph.db));
    await share(droppedChild, await givenFamily(graph.db));
    expect((await merge(samePeople())).refusal.reason).toBe('RESIDENCES_DIFFER');
  });

  it('when one of them is merged elsewhere already', async () => {
    const third = await givenFamily(graph.db);
    await merge(samePeople());
    const elsewhere = await merge({ survivorId: third.id });
    expect(elsewhere.refusal.reason).toBe('MERGED_INTO_ANOTHER');
    const intoMerged = await merge({ survivorId: duplicate.id, duplicateId: third.id });
    expect(intoMerged.refusal.reason).toBe('SURVIVOR_IS_MERGED');
  });

  it('to caseworkers', async () => {
    const input = {
      survivorId: survivor.id,
      survivorVersion: 1,
      duplicateId: duplicate.id,
      duplicateVersion: 1,
    };
    const { errors } = await graph.query(MERGE, { input }, caseworker());
    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
