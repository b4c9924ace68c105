import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenCentre } from '@relais/early-childhood/centres/centres/centre.builder.ts';
import { centreStaff, coordinator, integrator } from '@relais/platform/testing/test-users.ts';
import { operationText } from './operations.ts';
import { type TestWholeGraph, testWholeGraph } from './testing/test-whole-graph.ts';

let graph: TestWholeGraph;
let me: string;
beforeAll(async () => {
  graph = await testWholeGraph({ patience: 20 });
  me = await operationText('me');
}, 60_000);
afterAll(() => graph.close());

it('tells who asks, with what each agency may let them do', async () => {
  const { data, errors } = await graph.ask(me, {}, { ...coordinator('anne'), name: 'Anne', admin: true });
  expect(errors).toEqual([]);
  const told = { sub: 'anne', name: 'Anne', role: 'CARE_COORDINATOR', agency: 'ville-de-nantes' };
  expect(data.me).toMatchObject({ ...told, isAdministrator: true, centres: [] });
  expect(data.me.carePermissions).toEqual(expect.arrayContaining(['booking:write', 'care:read', 'me:read']));
  expect(data.me.benefitsPermissions).toContain('me:read');
  expect(data.me.jobSearchPermissions).not.toContain('job-search:write');
});

it('tells nothing of families to whom no family is open', async () => {
  const { data } = await graph.ask(me, {}, integrator());
  expect(data.me.jobSearchPermissions).toEqual(['me:read']);
  expect(data.me.carePermissions).not.toContain('care:read');
  const elsewhere = await graph.ask(me, {}, { ...coordinator(), agency: 'elsewhere' });
  expect(elsewhere.data.me.carePermissions).not.toContain('care:read');
});

it('names the centres of their staff', async () => {
  const centre = await givenCentre(graph.agencies['early-childhood'].db.manager);
  const { data } = await graph.ask(me, {}, { ...centreStaff(), centreIds: [centre.id] });
  expect(data.me.centres).toEqual([{ id: centre.id, name: centre.name }]);
});

it('is for whoever has signed in', async () => {
  expect((await graph.ask(me, {}, 'a.b.c')).status).toBe(401);
});
