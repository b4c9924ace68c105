import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@relais/platform/database/transaction.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker, coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { givenEntitlement } from './entitlements/entitlement.builder.ts';
import { incomeSupportOn } from './impact-report/income-support-figures.queries.ts';
import { givenResources } from './resources/resources.builder.ts';
import { Resources } from './resources/resources.ts';
import { subgraph } from './subgraph.ts';
import { givenTeam } from './support-team/support-team.builder.ts';

const FILE = `{
  benefitsStatus { incomeSupport since conflictingSchemes }
  entitlements { id state prevails conflicts { entitlementId state } }
  resources { id year yearlyAmountCents prevails version replaced { id } }
  benefitsAttention { kind sentence }
  hourlyFee(on: "2026-03-10", tariffKind: COLLECTIVE, careKind: LONG_TERM) { cents }
}`;
const FOR_COORDINATORS = `{
  benefitsAttention { kind }
  hourlyFee(on: "2026-03-10", tariffKind: COLLECTIVE, careKind: LONG_TERM) { cents }
}`;
const CHOOSE = `mutation ($input: ChooseResourcesInput!) { chooseResources(input: $input) {
  resources { id yearlyAmountCents prevails version replaced { id yearlyAmountCents } } refusal { reason message } } }`;

const NOW = new Date('2026-03-10T09:00:00Z');

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
afterAll(() => graph.close());

/** The same adult in two files; `merge` makes one of them. */
const twice = async () => {
  const [survivor, duplicate] = [await givenKnownFamily(graph.db), await givenKnownFamily(graph.db)];
  for (const { familyId } of [survivor, duplicate]) await givenTeam(graph.db, familyId, maud);
  const [known] = await graph.db.query('select reference from known_families where id = $1', [
    duplicate.familyId,
  ]);
  const merge = () =>
    graph.receive('relais.family.changed.v1', duplicate.familyId, {
      ...known,
      familyId: duplicate.familyId,
      version: 2,
      adultIds: [],
      mergedInto: survivor.familyId,
      mergedAdults: [{ adultId: duplicate.adultId, mergedInto: survivor.adultId }],
    });
  const undo = (version = 3) =>
    graph.receive('relais.family.changed.v1', duplicate.familyId, {
      ...known,
      familyId: duplicate.familyId,
      version,
      adultIds: [duplicate.adultId],
    });
  return { survivor, duplicate, merge, undo };
};
const fileOf = async (id: string, selection = FILE, user: TestUser = caseworker()) => {
  const { data, errors } = await graph.resolveReferences('Family', [{ id }], selection, user);
  expect(errors).toEqual([]);
  return data[0];
};
const maud = caseworker();
const yann = caseworker('yann');
const kinds = (items: { kind: string }[]) => items.map(({ kind }) => kind);
const choose = async (resourcesId: string, version: number) => {
  const { data, errors } = await graph.query(CHOOSE, { input: { resourcesId, version } }, maud);
  expect(errors).toEqual([]);
  return data.chooseResources;
};

describe('two RSA files of one adult after a merge', () => {
  it('the later statement counts and the conflict is shown, also to the service point’s priority', async () => {
    const { survivor, duplicate, merge } = await twice();
    const rsa = { source: 'TYPED_IN', scheme: 'RSA' } as const;
    const opened = await givenEntitlement(graph.db, {
      ...rsa,
      ...survivor,
      states: [{ state: 'OPEN', from: '2025-05-01' }],
    });
    const suspended = await givenEntitlement(graph.db, {
      ...rsa,
      ...duplicate,
      states: [
        { state: 'OPEN', from: '2025-05-01' },
        { state: 'SUSPENDED', from: '2025-11-01' },
      ],
    });

    await merge();

    const file = await fileOf(survivor.familyId);
    expect(file.benefitsStatus).toEqual({
      incomeSupport: 'SUSPENDED',
      since: '2025-11-01',
      conflictingSchemes: ['RSA'],
    });
    expect(file.entitlements).toHaveLength(2);
    expect(file.entitlements).toEqual(
      expect.arrayContaining([
        {
          id: opened.id,
          state: 'OPEN',
          prevails: false,
          conflicts: [{ entitlementId: suspended.id, state: 'SUSPENDED' }],
        },
        {
          id: suspended.id,
          state: 'SUSPENDED',
          prevails: true,
          conflicts: [{ entitlementId: opened.id, state: 'OPEN' }],
        },
      ]),
    );
    expect(kinds(file.benefitsAttention)).toEqual(
      expect.arrayContaining(['INCOME_SUPPORT_SUSPENDED', 'SOURCES_DISAGREE']),
    );
    const support = (await graph.published()).findLast(
      ({ type, familyId }) => type === 'relais.income-support.changed.v1' && familyId === survivor.familyId,
    );
    expect(support?.data.periods).toEqual([
      { status: 'RECEIVING', from: '2025-05-01', to: '2025-11-01' },
      { status: 'SUSPENDED', from: '2025-11-01', to: null },
    ]);
  });

  it('are judged by the rules in the report, as in the file', async () => {
    const { survivor, duplicate, merge } = await twice();
    const rsa = { source: 'CAF', scheme: 'RSA' } as const;
    await givenEntitlement(graph.db, {
      ...rsa,
      ...survivor,
      states: [{ state: 'OPEN', from: '2025-05-01' }],
    });
    await givenEntitlement(graph.db, {
      ...rsa,
      ...duplicate,
      states: [{ state: 'SUSPENDED', from: '2025-06-01' }],
    });
    await merge();
    const day = Temporal.PlainDate.from('2026-03-10');
    const [row] = await incomeSupportOn(graph.db, day);
    expect(row?.disputedIds).toContain(survivor.familyId);
    expect((await fileOf(survivor.familyId)).benefitsStatus.incomeSupport).toBe('SUSPENDED');
  });
});

describe('two AEEH of which the fee counts one', () => {
  it('are one when the child is: of a child who was registered twice it is counted once', async () => {
    const { survivor, duplicate, merge } = await twice();
    const [kept, dropped] = [newId(), newId()];
    const aeeh = {
      scheme: 'AEEH',
      source: 'TYPED_IN',
      states: [{ state: 'OPEN', from: '2026-01-01' }],
    } as const;
    const ofKept = await givenEntitlement(graph.db, { ...aeeh, familyId: survivor.familyId, childId: kept });
    const ofDropped = await givenEntitlement(graph.db, {
      ...aeeh,
      familyId: duplicate.familyId,
      childId: dropped,
    });
    await givenResources(graph.db, { familyId: survivor.familyId, year: 2024, aeehChildren: 1 });
    const tell = (familyId: string, childIds: string[], mergedChildren: object[] = []) =>
      graph.receive('relais.children.changed.v1', familyId, { familyId, childIds, mergedChildren });
    await tell(survivor.familyId, [kept]);
    await tell(duplicate.familyId, [dropped]);

    // The survivor's children may be told before the merge of the other file is.
    await tell(survivor.familyId, [kept], [{ childId: dropped, mergedInto: kept }]);
    await merge();
    await tell(duplicate.familyId, []);

    expect((await fileOf(survivor.familyId)).benefitsAttention).toEqual([]);
    const CHILDREN = '{ entitlements { id child { id } } }';
    const { entitlements } = await fileOf(survivor.familyId, CHILDREN);
    const named = entitlements.map((each: { child: { id: string } }) => each.child.id);
    expect(named).toEqual([kept, kept]);
    const ids = [ofKept.id, ofDropped.id];
    const stored = await graph.db.query('select child_id from entitlements where id = any($1)', [ids]);
    expect(stored).toContainEqual({ child_id: dropped });
  });

  it('are shown to caseworkers', async () => {
    const { survivor, duplicate, merge } = await twice();
    for (const { familyId } of [survivor, duplicate]) {
      await givenEntitlement(graph.db, {
        familyId,
        scheme: 'AEEH',
        source: 'TYPED_IN',
        states: [{ state: 'OPEN', from: '2026-01-01' }],
      });
    }
    await givenResources(graph.db, { familyId: survivor.familyId, year: 2024, aeehChildren: 1 });
    const before = await fileOf(survivor.familyId);
    expect(kinds(before.benefitsAttention)).toEqual([]);

    await merge();

    const { benefitsAttention } = await fileOf(survivor.familyId);
    expect(benefitsAttention).toEqual([
      {
        kind: 'AEEH_NOT_COUNTED',
        sentence:
          'AEEH ouvertes : 2 ; enfants comptés dans les ressources de 2024 : 1. Vérifiez le tarif, ou si un droit figure deux fois.',
      },
    ]);
  });
});

describe('two statements of the resources of one year after a merge', () => {
  const merged = async () => {
    const { survivor, duplicate, merge } = await twice();
    const [first, second] = [newId(), newId()];
    const at = (day: number) => new Date(`2025-09-0${day}T12:00:00Z`);
    await givenResources(graph.db, {
      ...{ familyId: survivor.familyId, year: 2024, id: first, recordedAt: at(1) },
      yearlyAmountCents: 12_000_00,
    });
    await givenResources(graph.db, {
      ...{ familyId: duplicate.familyId, year: 2024, id: second, recordedAt: at(2) },
      yearlyAmountCents: 24_000_00,
    });
    await merge();
    return { familyId: survivor.familyId, first, second };
  };

  it('both stand, the later sets the fee, and caseworkers are asked', async () => {
    const { familyId, first, second } = await merged();
    const file = await fileOf(familyId);
    const all = { year: 2024, version: 2, replaced: [] };
    expect(file.resources).toEqual([
      { ...all, id: second, yearlyAmountCents: 24_000_00, prevails: true },
      { ...all, id: first, yearlyAmountCents: 12_000_00, prevails: false },
    ]);
    expect(file.hourlyFee.cents).toBe(124);
    expect(file.benefitsAttention).toEqual([
      {
        kind: 'RESOURCES_DISAGREE',
        sentence:
          'Ressources de 2024 : deux déclarations différentes ; la dernière, du 2 septembre 2025, sert au tarif tant qu’aucune n’est choisie.',
      },
    ]);
  });

  it('are nothing that the coordinator who merges sees', async () => {
    const { familyId } = await merged();
    const seen = await fileOf(familyId, FOR_COORDINATORS, coordinator());
    expect(seen).toEqual({ benefitsAttention: [], hourlyFee: { cents: 124 } });
    const { errors } = await graph.resolveReferences(
      'Family',
      [{ id: familyId }],
      '{ resources { id } }',
      coordinator(),
    );
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_SHARED' } }]);
  });

  it('one is chosen: it alone counts, and the others stay readable', async () => {
    const { familyId, first, second } = await merged();

    const { resources, refusal } = await choose(first, 2);

    expect(refusal).toBeNull();
    expect(resources).toMatchObject({ yearlyAmountCents: 12_000_00, prevails: true, version: 3 });
    expect(resources.replaced).toEqual([
      { id: second, yearlyAmountCents: 24_000_00 },
      { id: first, yearlyAmountCents: 12_000_00 },
    ]);
    const file = await fileOf(familyId);
    expect(file.resources).toMatchObject([{ id: resources.id, prevails: true }]);
    expect(file.hourlyFee.cents).toBe(62);
    expect(file.benefitsAttention).toEqual([]);
    const kept = await graph.db.findOneByOrFail(Resources, { id: resources.id });
    expect(kept).toMatchObject({ recordedBy: maud.sub, replaces: [second, first] });
  });

  it('recording the year anew settles them too', async () => {
    const { familyId } = await merged();
    const { data } = await graph.query(
      `mutation ($input: RecordResourcesInput!) { recordResources(input: $input) { resources { id } } }`,
      { input: { familyId, year: 2024, yearlyAmountCents: 18_000_00, dependentChildren: 1 } },
      caseworker(),
    );
    const file = await fileOf(familyId);
    expect(file.resources).toMatchObject([{ id: data.recordResources.resources.id, version: 3 }]);
  });

  it('one is shown when both files said the same', async () => {
    const { survivor, duplicate, merge } = await twice();
    for (const { familyId } of [survivor, duplicate]) {
      await givenResources(graph.db, { familyId, year: 2024 });
    }
    await merge();
    const file = await fileOf(survivor.familyId);
    expect(file.resources).toHaveLength(1);
    expect(file.benefitsAttention).toEqual([]);
  });

  it('the choice is refused: unknown, seen too long ago, nothing to choose, not a caseworker', async () => {
    const { first } = await merged();
    expect((await choose(newId(), 1)).refusal.reason).toBe('UNKNOWN_RESOURCES');
    const input = { resourcesId: first, version: 2 };
    const stranger = await graph.query(CHOOSE, { input }, caseworker('stranger'));
    expect(stranger.data.chooseResources).toEqual(await choose(newId(), 1));
    expect((await choose(first, 1)).refusal.reason).toBe('STALE_VERSION');
    const { resources } = await choose(first, 2);
    expect((await choose(resources.id, 3)).refusal.reason).toBe('NOTHING_TO_CHOOSE');
    expect((await choose(first, 3)).refusal.reason).toBe('NOTHING_TO_CHOOSE');
    const { errors } = await graph.query(
      CHOOSE,
      { input: { resourcesId: first, version: 3 } },
      coordinator(),
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('a merge that is undone', () => {
  const WHOSE = `
    select 'entitlement' as what, id, family_id, adult_id from entitlements where family_id = any($1)
    union all select 'resources', id, family_id, null from resources where family_id = any($1)
    union all select 'member ' || coalesce(to_on::text, ''), id, family_id, professional_id
      from support_team_members where family_id = any($1)
    union all select 'objection', id, family_id, said_by_adult_id from family_objections where family_id = any($1)
    union all select 'note ' || text, id, family_id, null from notes where family_id = any($1)
    union all select 'adult', id, family_id, null from known_adults where family_id = any($1)
    union all select 'merged', id, merged_into, null from known_families where id = any($1)
    union all select 'follower ' || sub || relation || from_on, family_id, adult_id, null from followers
      where family_id = any($1) and relation <> 'TEAM'
    order by 1, 2`;
  const givenObjection = (familyId: string, adultId: string, agency: string) =>
    graph.db.query(
      `insert into family_objections (id, family_id, category, agency, said_on, said_by_adult_id, told_to_sub, recorded_at, version)
       select $1, $2, 'BENEFITS', $4, '2026-03-01', $3, sub, $5, 1 from professionals limit 1`,
      [newId(), familyId, adultId, agency, new Date('2026-03-10T10:00:00Z')],
    );
  const bound = (familyId: string) =>
    graph.db.query('select category, agency from objections where family_id = $1 order by 1, 2', [familyId]);
  const lastTold = async (type: string, familyId: string) =>
    (await graph.published()).findLast((event) => event.type === type && event.familyId === familyId)?.data;

  /** As employment tells, in the order of this file, that it has made two of them. */
  const partedElsewhere = (familyId: string, duplicateId: string) =>
    graph.receive(
      'relais.merge.taken.v1',
      familyId,
      { familyId, duplicateId, version: 3, state: 'UNDONE' },
      'employment',
    );

  it('gives each family back what was its own, and tells the others of both', async () => {
    const { survivor, duplicate, merge, undo } = await twice();
    const both = [survivor.familyId, duplicate.familyId];
    const rsa = {
      source: 'TYPED_IN',
      scheme: 'RSA',
      states: [{ state: 'OPEN', from: '2025-05-01' }],
    } as const;
    for (const family of [survivor, duplicate]) await givenEntitlement(graph.db, { ...rsa, ...family });
    await givenResources(graph.db, { familyId: duplicate.familyId, year: 2024 });
    await givenObjection(duplicate.familyId, duplicate.adultId, 'CARE');
    await graph.db.query(
      "insert into followers (family_id, sub, relation, from_on) values ($1, 'advisor-tom', 'ADVISOR', '2026-01-01')",
      [duplicate.familyId],
    );
    const before = await graph.db.query(WHOSE, [both]);
    await merge();
    const taken = (await graph.published()).filter(({ type }) => type === 'relais.merge.taken.v1');
    expect(taken.slice(-2).map(({ familyId, data }) => [familyId, data.duplicateId, data.version])).toEqual(
      both.toSorted().map((familyId) => [familyId, duplicate.familyId, 2]),
    );
    expect(await graph.db.query(WHOSE, [both])).not.toEqual(before);

    await undo();

    expect(await graph.db.query(WHOSE, [both])).toEqual(before);
    for (const familyId of both) {
      expect(await lastTold('relais.followers.changed.v1', familyId)).toMatchObject({
        followers: [{ sub: maud.sub, relation: 'TEAM' }],
      });
      expect(await lastTold('relais.income-support.changed.v1', familyId)).toMatchObject({
        periods: [{ status: 'RECEIVING', from: '2025-05-01', to: null }],
      });
    }
    const toldOfEither = async () =>
      (await graph.published()).filter(({ familyId }) => both.includes(familyId)).map(({ type }) => type);
    const pair = { category: 'BENEFITS', agency: 'CARE' };
    const objectionsTold = () =>
      Promise.all(
        [survivor, duplicate].map(({ familyId }) => lastTold('relais.objections.changed.v1', familyId)),
      );
    // Employment may have one file of the two still: what binds either binds both.
    const boundTogether = [
      { objections: [pair], lifted: [] },
      { objections: [pair], lifted: [] },
    ];
    expect(await objectionsTold()).toMatchObject(boundTogether);
    // Whatever else has it told meanwhile.
    await inTransaction(graph.db, (tx) => subgraph.rebuild?.republish(tx, both, NOW) ?? Promise.resolve());
    expect(await objectionsTold()).toMatchObject(boundTogether);
    expect(await fileOf(survivor.familyId, '{ benefitsAttention { kind } }')).toMatchObject({
      benefitsAttention: [{ kind: 'RESOURCES_MISSING' }, { kind: 'FILES_PARTED' }],
    });
    const timeline = await fileOf(
      duplicate.familyId,
      '{ benefitsTimeline(first: 1) { edges { node { kind } } } }',
    );
    expect(timeline.benefitsTimeline.edges).toEqual([{ node: { kind: 'FILES_PARTED' } }]);

    // It has made two of them: each is bound by its own, and what was withheld of the other is told anew.
    for (const familyId of both) await partedElsewhere(familyId, duplicate.familyId);
    expect(await objectionsTold()).toMatchObject([
      { objections: [], lifted: expect.arrayContaining([pair]) },
      { objections: [pair], lifted: expect.not.arrayContaining([pair]) },
    ]);
    const told = await toldOfEither();

    // Told again.
    await undo();
    expect(await graph.db.query(WHOSE, [both])).toEqual(before);
    expect(await toldOfEither()).toEqual(told);
  });

  it('is not told as taken where nothing was kept of the merge, and not made two of them by halves', async () => {
    const { survivor, duplicate, merge, undo } = await twice();
    const taken = async () =>
      (await graph.published()).filter(
        ({ type, data }) => type === 'relais.merge.taken.v1' && data.duplicateId === duplicate.familyId,
      );
    // Taken by a version that kept nothing.
    await graph.db.query('update known_families set merged_into = $2 where id = $1', [
      ...[duplicate.familyId, survivor.familyId],
    ]);
    await merge();
    expect(await taken()).toEqual([]);
    await expect(undo()).rejects.toThrow('Nothing is known any more of a merge that was undone.');
    const [known] = await graph.db.query('select merged_into from known_families where id = $1', [
      duplicate.familyId,
    ]);
    expect(known.merged_into).toBe(survivor.familyId);

    // What another agency has made of them is nothing to tell while it is one file here.
    const told = async () =>
      (await graph.published()).filter(({ familyId }) =>
        [survivor.familyId, duplicate.familyId].includes(familyId),
      );
    const before = await told();
    for (const { familyId } of [survivor, duplicate]) await partedElsewhere(familyId, duplicate.familyId);
    expect(await told()).toEqual(before);
  });

  it('is told as changed since, once, when anything is written in the one file', async () => {
    const { survivor, duplicate, merge } = await twice();
    await merge();
    const states = async () => {
      await graph.runDueJobs();
      const told = (await graph.published()).filter(
        ({ type, data }) => type === 'relais.merge.taken.v1' && data.duplicateId === duplicate.familyId,
      );
      return told.map(({ data }) => data.state);
    };
    expect(await states()).toEqual(['TAKEN', 'TAKEN']);
    for (const familyId of [duplicate.familyId, survivor.familyId])
      await givenResources(graph.db, { familyId, year: 2024 });
    expect((await states()).toSorted()).toEqual(['CHANGED', 'CHANGED', 'TAKEN', 'TAKEN']);
  });

  it('leaves what was written since where it is, loses no objection, and brings nobody back who has left', async () => {
    const { survivor, duplicate, merge, undo } = await twice();
    const both = [survivor.familyId, duplicate.familyId];
    const rsa = {
      source: 'TYPED_IN',
      scheme: 'RSA',
      states: [{ state: 'OPEN', from: '2025-05-01' }],
    } as const;
    const { id: ofDuplicate } = await givenEntitlement(graph.db, { ...rsa, ...duplicate });
    await givenTeam(graph.db, duplicate.familyId, yann);
    await merge();
    await graph.db.query(
      `insert into restrictions (id, family_id, agency, reason, named_subs, barred_subs, began_at, began_by_sub, version)
       select gen_random_uuid(), $1, 'd44', 'Une menace', '{maud}', '{tom}', $2, sub, 1 from professionals limit 1`,
      [survivor.familyId, new Date('2026-03-10T09:00:00Z')],
    );
    const { id: since } = await givenEntitlement(graph.db, { ...rsa, familyId: survivor.familyId });
    await givenObjection(survivor.familyId, survivor.adultId, 'JOB_SEARCH');
    await graph.db.query("update support_team_members set to_on = '2026-03-10' where family_id = $1", [
      survivor.familyId,
    ]);
    await graph.db.query('update entitlements set version = version + 1 where id = $1', [ofDuplicate]);

    await graph.db.query(
      `insert into support_team_members (id, family_id, professional_id, is_lead, from_on, version, recorded_at, recorded_by)
       select gen_random_uuid(), $1, id, true, '2026-03-10', 1, $2, 'lead' from professionals where sub = $3`,
      [survivor.familyId, new Date('2026-03-10T09:00:00Z'), yann.sub],
    );

    await undo();

    const rows: { what: string; id: string; family_id: string; adult_id: string }[] = await graph.db.query(
      WHOSE,
      [both],
    );
    const whose = (id: string) => rows.find((row) => row.id === id)?.family_id;
    expect([whose(ofDuplicate), whose(since)]).toEqual([duplicate.familyId, survivor.familyId]);
    expect(
      rows
        .filter(({ what }) => what === 'objection')
        .map((row) => row.family_id)
        .sort(),
    ).toEqual(both.toSorted());
    for (const familyId of both)
      expect(await bound(familyId)).toEqual([{ category: 'BENEFITS', agency: 'JOB_SEARCH' }]);
    const [{ id: yannId }] = await graph.db.query('select id from professionals where sub = $1', [yann.sub]);
    // Who left and came back the same day, to lead, is of the team that they were of.
    const ofYann = await graph.db.query(
      `select family_id, is_lead, to_on::text from support_team_members
       where professional_id = $1 and family_id = any($2) order by recorded_at, to_on`,
      [yannId, both],
    );
    const ofOne = { family_id: duplicate.familyId };
    expect(ofYann).toEqual([
      { ...ofOne, is_lead: false, to_on: '2026-03-10' },
      { ...ofOne, is_lead: true, to_on: null },
    ]);
    // Who is kept from the one file since is kept from both, and in whose words is the one's alone.
    const restricted = await graph.db.query(
      'select reason, barred_subs from restrictions where family_id = any($1) order by reason',
      [both],
    );
    expect(restricted).toEqual([
      { reason: 'Repris d’un dossier réuni par erreur avec celui-ci.', barred_subs: ['tom'] },
      { reason: 'Une menace', barred_subs: ['tom'] },
    ]);
    const toldOf = async (familyId: string) => {
      const { followers } = (await lastTold('relais.followers.changed.v1', familyId)) ?? {};
      const told = z.object({ sub: z.string(), relation: z.string() }).array().parse(followers);
      return told.map(({ sub, relation }) => `${sub} ${relation}`).sort();
    };
    expect(await toldOf(survivor.familyId)).toEqual(['maud NAMED', 'tom BARRED']);
    expect(await toldOf(duplicate.familyId)).toEqual(['maud NAMED', 'tom BARRED', `${yann.sub} TEAM`].sort());
    const others = rows.filter(({ what, adult_id }) => what.startsWith('member') && adult_id !== yannId);
    expect(others.map(({ what, family_id }) => [what, family_id]).sort()).toEqual(
      both.map((familyId) => ['member 2026-03-10', familyId]).sort(),
    );
  });
});

describe('a file that was split off another', () => {
  const TAKEN_OVER = 'Reprise lors de la séparation du dossier';
  const registeredBy = { sub: maud.sub, name: 'Maud', role: 'CASEWORKER', agency: 'departement-44' };
  let references = 0;
  const tell = (familyId: string, version: number, adultIds: string[], more: object = {}) => {
    references += 1;
    return graph.receive('relais.family.changed.v1', familyId, {
      ...{ familyId, reference: `NAN-8${String(references).padStart(5, '0')}`, version, adultIds, ...more },
    });
  };
  const held = (family: string) =>
    graph.db.query('select id from entitlements where family_id = $1 order by id', [family]);
  const sorted = (...entitlements: readonly { readonly id: string }[]) =>
    entitlements.map(({ id }) => ({ id })).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const objects = async (familyId: string, adultId: string) => {
    const { sub } = await graph.signIn(caseworker('her-caseworker'));
    await graph.db.query(
      `insert into family_objections (id, family_id, category, agency, said_on, said_by_adult_id, told_to_sub, recorded_at, note, version)
       values ($1, $2, 'CARE', 'JOB_SEARCH', '2026-03-01', $3, $4, now(), 'Il travaille là-bas', 1)`,
      [newId(), familyId, adultId, sub],
    );
    await graph.db.query(
      `insert into restrictions (id, family_id, agency, reason, named_subs, barred_subs, began_at, began_by_sub, version)
       values ($1, $2, 'departement-44', 'Hébergée au foyer', '{maud}', '{neighbour}', now(), $3, 1)`,
      [newId(), familyId, sub],
    );
    await graph.db.query(
      "insert into objections (family_id, category, agency) values ($1, 'CARE', 'JOB_SEARCH')",
      [familyId],
    );
  };
  const correct = (familyId: string, subjectId: string) =>
    graph.db.query(
      `insert into corrections (id, family_id, subject_id, before, after, reason, is_beside, corrected_at, corrected_by_sub)
       values ($1, $2, $3, '{"text": "RSA"}', '{"text": "ASF"}', 'Erreur', false, now(), 'maud')`,
      [newId(), familyId, subjectId],
    );
  const correctedIn = async (familyId: string) =>
    (await graph.db.query('select subject_id as id from corrections where family_id = $1', [familyId])).map(
      ({ id }: { id: string }) => id,
    );

  it('has what its adult holds, and the team of who split it; what binds the file binds it, in nobody’s words', async () => {
    await graph.signIn(maud);
    const { familyId: splitFrom, adultId: staysId } = await givenKnownFamily(graph.db);
    const adultId = newId();
    await graph.db.query('insert into known_adults (id, family_id) values ($1, $2)', [adultId, splitFrom]);
    await givenTeam(graph.db, splitFrom, maud);
    await givenTeam(graph.db, splitFrom, caseworker('another'));
    await givenResources(graph.db, { familyId: splitFrom, year: 2024 });
    const { id } = await givenEntitlement(graph.db, {
      ...{ familyId: splitFrom, adultId, scheme: 'RSA' },
      states: [{ state: 'OPEN', from: '2026-01-01' }],
    });
    await correct(splitFrom, id);
    await objects(splitFrom, staysId);
    // By which the file was bound for the sake of another, or which was lifted: nobody objects to it.
    await graph.db.query(
      "insert into objections (family_id, category, agency) values ($1, 'JOB_SEARCH', 'CARE')",
      [splitFrom],
    );
    const familyId = newId();
    for (const version of [1, 2]) await tell(familyId, version, [adultId], { splitFrom, registeredBy });

    expect([await held(splitFrom), await held(familyId)]).toEqual([[], [{ id }]]);
    expect(await correctedIn(familyId)).toEqual([id]);
    const rows = async (columns: string, table: string) =>
      graph.db.query(`select ${columns} from ${table} where family_id = $1`, [familyId]);
    expect(await rows('', 'resources')).toEqual([]);
    expect(await rows('note, said_by_adult_id as by, told_to_sub as to', 'family_objections')).toEqual([
      { note: TAKEN_OVER, by: null, to: maud.sub },
    ]);
    expect(
      await rows('reason, began_by_sub as by, named_subs as named, barred_subs as barred', 'restrictions'),
    ).toEqual([{ reason: TAKEN_OVER, by: maud.sub, named: ['maud'], barred: ['neighbour'] }]);
    expect(await rows('category, agency', 'objections')).toEqual([
      { category: 'CARE', agency: 'JOB_SEARCH' },
    ]);
    expect(await rows('', 'support_team_members')).toHaveLength(1);
    const seen = await fileOf(familyId, '{ objections { saidBy { id } note isInForce } }', maud);
    expect(seen.objections).toEqual([{ saidBy: null, note: TAKEN_OVER, isInForce: true }]);
    const told = await graph.published();
    const ofType = (type: string) => told.filter((event) => event.type === type);
    expect(
      ofType('relais.income-support.changed.v1')
        .slice(-2)
        .map((event) => event.familyId),
    ).toEqual([...[splitFrom, familyId]]);
    const objected = ofType('relais.objections.changed.v1').filter((event) => event.familyId === familyId);
    expect(objected).toMatchObject([
      {
        data: {
          objections: [{ category: 'CARE', agency: 'JOB_SEARCH' }],
          lifted: expect.arrayContaining([{ category: 'JOB_SEARCH', agency: 'CARE' }]),
        },
      },
    ]);
  });

  it('takes what is due for its children along once, and nothing that was recorded since', async () => {
    const { familyId: splitFrom } = await givenKnownFamily(graph.db);
    const [familyId, adultId, childId] = [newId(), newId(), newId()];
    const aeeh = (recordedAt: string) =>
      givenEntitlement(graph.db, {
        ...{ familyId: splitFrom, childId, scheme: 'AEEH' },
        states: [{ state: 'OPEN', from: '2026-01-01', recordedAt }],
      });
    const before = await aeeh('2026-01-02T09:00:00Z');
    await correct(splitFrom, before.id);
    await tell(familyId, 1, [adultId], { splitFrom, registeredBy });
    const tellChildren = (more: object = {}) =>
      graph.receive('relais.children.changed.v1', familyId, {
        ...{ familyId, childIds: [childId], mergedChildren: [], ...more },
      });
    const takenAlong = { from: splitFrom, childIds: [childId], at: '2026-03-09T09:00:00Z' };
    await tellChildren({ takenAlong });
    expect([await held(splitFrom), await held(familyId)]).toEqual([[], [{ id: before.id }]]);
    expect(await correctedIn(familyId)).toEqual([before.id]);
    // Recorded there before it was heard that the child went.
    const late = await aeeh('2026-03-09T10:00:00Z');
    await tellChildren({ takenAlong });
    expect(await held(familyId)).toEqual(sorted(before, late));
    // The child lives by turns with both since: what the old file holds for it is its own, whatever is told again.
    await graph.receive('relais.children.changed.v1', splitFrom, {
      ...{ familyId: splitFrom, childIds: [childId], mergedChildren: [] },
    });
    const since = await aeeh('2026-03-09T11:00:00Z');
    await tellChildren();
    await tellChildren({ takenAlong });
    expect(await held(splitFrom)).toEqual([{ id: since.id }]);
    // What is heard only once the new file was merged goes to the one that stays.
    const { familyId: survivorId } = await givenKnownFamily(graph.db);
    await tell(familyId, 2, [], { mergedInto: survivorId, mergedAdults: [] });
    const missed = await aeeh('2026-01-03T09:00:00Z');
    await tellChildren({ takenAlong });
    expect([await held(splitFrom), await held(familyId)]).toEqual([[{ id: since.id }], []]);
    expect(await held(survivorId)).toEqual(sorted(before, late, missed));
  });

  it('is bound, and has what its adult holds, also where the file it left was merged and that was told first', async () => {
    const { familyId: splitFrom, adultId: staysId } = await givenKnownFamily(graph.db);
    const { familyId: survivorId } = await givenKnownFamily(graph.db);
    const [familyId, adultId, childId] = [newId(), newId(), newId()];
    const states = [{ state: 'OPEN', from: '2026-01-01' }] as const;
    const rsa = await givenEntitlement(graph.db, { familyId: splitFrom, adultId, scheme: 'RSA', states });
    const asf = await givenEntitlement(graph.db, { familyId: splitFrom, childId, scheme: 'ASF', states });
    await objects(splitFrom, staysId);
    await tell(splitFrom, 3, [], { mergedInto: survivorId, mergedAdults: [] });
    expect(await held(survivorId)).toHaveLength(2);

    await tell(familyId, 1, [adultId], { splitFrom, registeredBy });
    await graph.receive('relais.children.changed.v1', familyId, {
      ...{ familyId, childIds: [childId], mergedChildren: [] },
      takenAlong: { from: splitFrom, childIds: [childId], at: '2026-03-09T09:00:00Z' },
    });
    expect([await held(survivorId), await held(familyId)]).toEqual([[], sorted(rsa, asf)]);
    for (const table of ['family_objections', 'objections', 'restrictions'])
      expect([table, await graph.db.query(`select from ${table} where family_id = $1`, [familyId])]).toEqual([
        table,
        [{}],
      ]);
    const told = (await graph.published()).filter(({ type }) => type === 'relais.objections.changed.v1');
    expect(told.at(-1)).toMatchObject({ data: { familyId, objections: [{ category: 'CARE' }] } });
  });

  it('keeps its adult when an older event of the file that was left comes after it', async () => {
    const { familyId: splitFrom, adultId: staysId } = await givenKnownFamily(graph.db);
    const [familyId, adultId] = [newId(), newId()];
    await tell(familyId, 1, [adultId], { splitFrom, registeredBy });
    await tell(splitFrom, 2, [staysId, adultId]);
    await tell(splitFrom, 3, [staysId]);
    const knownIn = (id: string) => graph.db.query('select id from known_adults where family_id = $1', [id]);
    expect([await knownIn(splitFrom), await knownIn(familyId)]).toEqual([
      [{ id: staysId }],
      [{ id: adultId }],
    ]);
    // Nor however many files lie between, nor once the new one was merged into another.
    const [further, { familyId: elsewhere }] = [newId(), await givenKnownFamily(graph.db)];
    await tell(further, 1, [adultId], { splitFrom: familyId, registeredBy });
    await tell(splitFrom, 4, [staysId, adultId]);
    expect([await knownIn(familyId), await knownIn(further)]).toEqual([[], [{ id: adultId }]]);
    await tell(further, 2, [], { mergedInto: elsewhere, mergedAdults: [] });
    await tell(splitFrom, 5, [staysId, adultId]);
    expect(await knownIn(elsewhere)).toContainEqual({ id: adultId });
    expect(await knownIn(splitFrom)).toEqual([{ id: staysId }]);
  });

  it('keeps its adult also where it is heard of before that a merge of the file that it left was undone', async () => {
    const { familyId: splitFrom, adultId: staysId } = await givenKnownFamily(graph.db);
    const { familyId: survivorId, adultId: otherId } = await givenKnownFamily(graph.db);
    const [familyId, adultId] = [newId(), newId()];
    await tell(splitFrom, 2, [staysId, adultId]);
    await tell(splitFrom, 3, [], { mergedInto: survivorId, mergedAdults: [] });
    const knownIn = async (id: string) => {
      const rows = await graph.db.query('select id from known_adults where family_id = $1', [id]);
      return rows.map((row: { id: string }) => row.id).toSorted();
    };
    expect(await knownIn(survivorId)).toHaveLength(3);
    await tell(familyId, 1, [adultId], { splitFrom, registeredBy });
    await tell(survivorId, 2, [otherId, staysId, adultId]);
    expect(await knownIn(familyId)).toEqual([adultId]);
    await tell(splitFrom, 5, [staysId, adultId]);
    await tell(splitFrom, 6, [staysId]);
    await tell(survivorId, 6, [otherId]);
    expect([await knownIn(splitFrom), await knownIn(survivorId), await knownIn(familyId)]).toEqual([
      [staysId],
      [otherId],
      [adultId],
    ]);
  });

  it('gives its adult back once both are one file again', async () => {
    const { familyId: splitFrom, adultId: staysId } = await givenKnownFamily(graph.db);
    const [familyId, adultId] = [newId(), newId()];
    const knownIn = (id: string) => graph.db.query('select id from known_adults where family_id = $1', [id]);
    await tell(familyId, 1, [adultId], { splitFrom, registeredBy });
    expect(await knownIn(familyId)).toEqual([{ id: adultId }]);
    await tell(familyId, 2, [], { mergedInto: splitFrom, mergedAdults: [] });
    await tell(splitFrom, 4, [staysId, adultId]);
    expect(await knownIn(splitFrom)).toHaveLength(2);
  });
});
