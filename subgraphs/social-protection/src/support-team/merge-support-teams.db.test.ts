import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { Temporal } from 'temporal-polyfill';
import { subgraph } from '../subgraph.ts';
import { givenMember } from './support-team.builder.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
});
afterAll(() => graph.close());

const day = (text: string) => Temporal.PlainDate.from(text);
const merge = async (duplicateId: string, survivorId: string) => {
  const [known] = await graph.db.query('select reference from known_families where id = $1', [duplicateId]);
  const told = { familyId: duplicateId, version: 2, adultIds: [], mergedInto: survivorId };
  await graph.receive('relais.family.changed.v1', duplicateId, { ...known, ...told });
};
const teamOf = (familyId: string): Promise<object[]> =>
  graph.db.query(
    `select professional_id as who, is_lead as lead, from_on::text as from, to_on::text as to
     from support_team_members where family_id = $1 order by from_on, is_lead desc, to_on`,
    [familyId],
  );

it('a merged team has everybody, nobody twice on a day, and one lead', async () => {
  const [{ familyId: survivor }, { familyId: duplicate }] = [
    await givenKnownFamily(graph.db),
    await givenKnownFamily(graph.db),
  ];
  const [anna, ben, chloe] = [
    await givenProfessional(graph.db),
    await givenProfessional(graph.db),
    await givenProfessional(graph.db),
  ];
  const since = (
    familyId: string,
    professionalId: string,
    from: string,
    to: string | null,
    isLead: boolean,
  ) =>
    givenMember(graph.db, {
      familyId,
      professionalId,
      from: day(from),
      to: to === null ? null : day(to),
      isLead,
    });
  await since(survivor, anna.id, '2026-02-01', null, true);
  await since(survivor, ben.id, '2026-01-10', '2026-01-20', false);
  await since(duplicate, ben.id, '2026-01-01', null, true);
  await since(duplicate, chloe.id, '2026-03-01', '2026-03-01', false);

  await merge(duplicate, survivor);

  expect(await teamOf(duplicate)).toEqual([]);
  expect(await teamOf(survivor)).toEqual([
    { who: ben.id, lead: true, from: '2026-01-01', to: '2026-01-10' },
    { who: ben.id, lead: false, from: '2026-01-10', to: '2026-01-20' },
    { who: ben.id, lead: true, from: '2026-01-20', to: '2026-02-01' },
    { who: anna.id, lead: true, from: '2026-02-01', to: null },
    { who: ben.id, lead: false, from: '2026-02-01', to: null },
    { who: chloe.id, lead: false, from: '2026-03-01', to: '2026-03-01' },
  ]);
});

it('a merge heard before its survivor, or after the survivor was merged itself, ends with who stays', async () => {
  const [first, { familyId: second }, third] = [
    await givenKnownFamily(graph.db),
    await givenKnownFamily(graph.db),
    newId(),
  ];
  await givenMember(graph.db, { familyId: first.familyId });
  await merge(second, third);
  await merge(first.familyId, second);
  expect(await teamOf(third)).toHaveLength(1);
  await graph.receive('relais.family.changed.v1', third, {
    ...{ familyId: third, reference: 'NAN-000777', version: 1, adultIds: [first.adultId] },
  });
  const [adult] = await graph.db.query('select family_id from known_adults where id = $1', [first.adultId]);
  expect(adult.family_id).toBe(third);
});

it('resources are moved, and rewritten no more than before', async () => {
  const { familyId } = await givenKnownFamily(graph.db);
  await graph.db.query(
    `insert into resources (id, family_id, year, yearly_amount_cents, dependent_children, aeeh_children, source,
       recorded_at, recorded_by) values ($1, $2, 2024, 1, 1, 0, 'CAF', now(), 'test')`,
    [newId(), familyId],
  );
  const survivor = newId();
  await merge(familyId, survivor);
  expect(
    await graph.db.query('select family_id from resources where family_id = $1', [survivor]),
  ).toHaveLength(1);
  await expect(graph.db.query('update resources set yearly_amount_cents = 2')).rejects.toThrow(
    'only added to',
  );
  await expect(graph.db.query('delete from resources')).rejects.toThrow('only added to');
});
