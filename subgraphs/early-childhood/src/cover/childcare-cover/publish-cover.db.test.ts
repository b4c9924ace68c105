import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import type { Child } from '../../families/families/child.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { givenSharedResidence } from '../../families/shared-residence/shared-residence.builder.ts';
import { republishFamilies } from '../../republish-families.ts';
import { subgraph } from '../../subgraph.ts';

let graph: TestSubgraph;
let child: Child;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-02T10:00:00+01:00') });
});
beforeEach(async () => {
  child = await givenChild(graph.db);
});
afterAll(() => graph.close());

const INTERVIEW = {
  startsAt: '2026-03-03T09:00:00.000Z',
  endsAt: '2026-03-03T10:00:00.000Z',
  travelMinutes: 30,
  status: 'PLANNED',
  version: 1,
};
type Told = Partial<typeof INTERVIEW> & { readonly milestoneId?: string; readonly familyId?: string };

/** Employment tells of a milestone; answers its id. */
const tell = async (facts: Told = {}): Promise<string> => {
  const milestone = { milestoneId: newId(), familyId: child.familyId, ...INTERVIEW, ...facts };
  await graph.receive('relais.milestone.changed.v1', milestone.familyId, milestone);
  return milestone.milestoneId;
};

/** What was told of covers of a milestone, first to last. */
const coversTold = async (milestoneId: string) =>
  (await graph.published())
    .filter(({ type, data }) => type === 'relais.cover.changed.v1' && data.milestoneId === milestoneId)
    .map(({ familyId, data }) => ({ subject: familyId, data }));
const statusesTold = async (id: string) => (await coversTold(id)).map(({ data }) => data.status);

const mutate = async (mutation: string, input: Readonly<Record<string, unknown>>) => {
  const name = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await graph.query(
    `mutation ($input: ${name}!) { ${mutation}(input: $input) { refusal { reason } } }`,
    { input },
    coordinator(),
  );
  expect(errors).toEqual([]);
  expect(data[mutation].refusal).toBeNull();
};

const grandmother = (childId = child.id) =>
  mutate('recordOwnArrangement', {
    childId,
    kind: 'FAMILY',
    dated: { startsAt: '2026-03-03T08:00:00Z', endsAt: '2026-03-03T11:00:00Z' },
  });

describe('a milestone that nobody can mean', () => {
  it.each<[string, Told]>([
    ['ends before it starts', { endsAt: '2026-03-03T08:00:00.000Z' }],
    ['lasts for years', { endsAt: '2826-03-03T08:00:00.000Z' }],
    ['is years away', { travelMinutes: 1_000_000_000 }],
  ])('and that %s is put aside, and what follows is taken', async (_how, facts) => {
    const put = await tell(facts);
    expect(await coversTold(put)).toEqual([]);
    const letters = "select from dead_letters where event::jsonb -> 'data' ->> 'milestoneId' = $1";
    expect(await graph.db.query(letters, [put])).toHaveLength(1);
    expect(await statusesTold(await tell())).toEqual(['UNCOVERED']);
  });
});

describe('a milestone told by employment', () => {
  it('has its cover told in return', async () => {
    const milestoneId = await tell();
    expect(await coversTold(milestoneId)).toEqual([
      {
        subject: child.familyId,
        data: {
          milestoneId,
          familyId: child.familyId,
          startsAt: INTERVIEW.startsAt,
          status: 'UNCOVERED',
          milestoneVersion: 1,
        },
      },
    ]);
  });

  it('is kept by version: an older one changes nothing', async () => {
    const milestoneId = await tell({ version: 3 });
    await tell({ milestoneId, version: 2, startsAt: '2026-03-03T08:00:00.000Z' });
    const [known] = await graph.db.query('select starts_at, version from known_milestones where id = $1', [
      milestoneId,
    ]);
    expect(known).toEqual({ starts_at: new Date(INTERVIEW.startsAt), version: 3 });
    expect(await coversTold(milestoneId)).toHaveLength(1);
  });

  it('has its cover told again when it moves, with the new start', async () => {
    const milestoneId = await tell();
    const moved = { startsAt: '2026-03-04T09:00:00.000Z', endsAt: '2026-03-04T10:00:00.000Z' };
    await tell({ milestoneId, version: 2, ...moved });
    const told = await coversTold(milestoneId);
    expect(told.map(({ data }) => [data.startsAt, data.milestoneVersion])).toEqual([
      [INTERVIEW.startsAt, 1],
      [moved.startsAt, 2],
    ]);
  });

  it('needs no care any more when it is cancelled', async () => {
    const milestoneId = await tell();
    await tell({ milestoneId, version: 2, status: 'CANCELLED' });
    expect(await statusesTold(milestoneId)).toEqual(['UNCOVERED', 'NOT_NEEDED']);
  });

  it('keeps its cover when the outcome is recorded while it is under way', async () => {
    const underWay = { startsAt: '2026-03-02T08:00:00.000Z', endsAt: '2026-03-02T12:00:00.000Z' };
    const milestoneId = await tell(underWay);
    await tell({ milestoneId, version: 2, status: 'ATTENDED', ...underWay });
    expect(await statusesTold(milestoneId)).toEqual(['UNCOVERED', 'UNCOVERED']);
  });

  it('keeps its cover when it is excused on the way back, also in a rebuild', async () => {
    const justOver = { startsAt: '2026-03-02T08:00:00.000Z', endsAt: '2026-03-02T08:50:00.000Z' };
    graph.setNow(new Date('2026-03-02T08:40:00Z'));
    const milestoneId = await tell(justOver);
    graph.setNow(new Date('2026-03-02T09:00:00Z'));
    await tell({ milestoneId, version: 2, status: 'EXCUSED', ...justOver });
    await inTransaction(graph.db, (tx) =>
      republishFamilies.republish(tx, [child.familyId], new Date('2026-03-02T09:00:00Z')),
    );
    expect(await statusesTold(milestoneId)).toEqual(['UNCOVERED', 'UNCOVERED']);
  });

  it('has the last cover told again by a rebuild once it is over, and never computed anew', async () => {
    const milestoneId = await tell();
    await givenChild(graph.db, { familyId: child.familyId });
    const afterwards = new Date('2026-03-05T10:00:00+01:00');
    await inTransaction(graph.db, (tx) => republishFamilies.republish(tx, [child.familyId], afterwards));
    expect(await statusesTold(milestoneId)).toEqual(['UNCOVERED', 'UNCOVERED']);
  });

  it('is not told about when it is over', async () => {
    const past = { startsAt: '2026-02-03T09:00:00.000Z', endsAt: '2026-02-03T10:00:00.000Z' };
    expect(await coversTold(await tell(past))).toEqual([]);
  });
});

describe('the cover of an upcoming milestone is told when', () => {
  it('care is booked, and again when it is cancelled', async () => {
    const milestoneId = await tell();
    const { id: sectionId } = await givenSection(graph.db);
    const id = newId();
    await mutate('bookCare', {
      id,
      childId: child.id,
      sectionId,
      kind: 'SHORT_TERM',
      startsAt: '2026-03-03T08:30:00Z',
      endsAt: '2026-03-03T10:30:00Z',
    });
    await mutate('cancelBooking', { bookingId: id, version: 1, reason: 'Enfant malade' });
    expect(await statusesTold(milestoneId)).toEqual(['UNCOVERED', 'COVERED', 'UNCOVERED']);
  });

  it('an own arrangement is recorded', async () => {
    const milestoneId = await tell();
    await grandmother();
    expect(await statusesTold(milestoneId)).toEqual(['UNCOVERED', 'COVERED']);
  });

  it('another child comes', async () => {
    const milestoneId = await tell();
    await grandmother();
    const newborn = { firstName: 'Zoé', lastName: 'Lefort', birthDate: '2026-02-20' };
    await mutate('addChild', { familyId: child.familyId, child: newborn });
    expect(await statusesTold(milestoneId)).toEqual(['UNCOVERED', 'COVERED', 'UNCOVERED']);
  });

  it('the child is shared with a second family: both hear of it', async () => {
    const second = await givenFamily(graph.db);
    const ofFirst = await tell();
    const ofSecond = await tell({ familyId: second.id });
    const week = { startsAt: '2026-03-02T00:00:00Z', endsAt: '2026-03-09T00:00:00Z' };
    await mutate('shareResidence', { childId: child.id, otherFamilyId: second.id });
    const calendar = [{ familyId: second.id, ...week }];
    await mutate('shareResidence', { childId: child.id, otherFamilyId: second.id, version: 1, calendar });
    expect(await statusesTold(ofFirst)).toEqual(['UNCOVERED', 'UNKNOWN', 'NOT_NEEDED']);
    expect(await statusesTold(ofSecond)).toEqual(['NOT_NEEDED', 'UNKNOWN', 'UNCOVERED']);
  });

  it('a shared child is looked after: both families hear of it', async () => {
    const second = await givenFamily(graph.db);
    await givenSharedResidence(graph.db, child.id, second.id);
    const calendar = {
      startsAt: '2026-03-02T00:00:00Z',
      endsAt: '2026-03-09T00:00:00Z',
      familyId: second.id,
    };
    const shared = { childId: child.id, otherFamilyId: second.id, version: 1 };
    await mutate('shareResidence', { ...shared, calendar: [calendar] });
    const ofSecond = await tell({ familyId: second.id });
    await grandmother();
    expect(await statusesTold(ofSecond)).toEqual(['UNCOVERED', 'COVERED']);
  });

  it('two children are looked after at once: neither change is lost', async () => {
    const milestoneId = await tell();
    const brother = await givenChild(graph.db, { familyId: child.familyId });
    await Promise.all([grandmother(child.id), grandmother(brother.id)]);
    expect((await statusesTold(milestoneId)).at(-1)).toBe('COVERED');
  });

  it('something changes, and only then', async () => {
    const milestoneId = await tell();
    await grandmother();
    await grandmother();
    expect(await statusesTold(milestoneId)).toEqual(['UNCOVERED', 'COVERED']);
  });
});
