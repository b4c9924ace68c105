import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { professionalIdOf } from '@relais/platform/professionals/professional-id.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { auditor, caseworker, centreStaff, integrator } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { subgraph } from '../subgraph.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

const entry = (sub: string) => graph.db.findOneBy(Professional, { sub });
const toldOf = async (sub: string) =>
  (await graph.published()).filter(({ data }) => data.sub === sub).map(({ data }) => data);

describe('whoever signs in', () => {
  it('is in the directory as the token says, and the other agencies are told', async () => {
    await graph.signIn({ ...caseworker('lea'), name: 'Léa Morvan' });
    expect(await entry('lea')).toMatchObject({ name: 'Léa Morvan', role: 'CASEWORKER', version: 1 });
    expect(await toldOf('lea')).toEqual([
      expect.objectContaining({ id: professionalIdOf('lea'), agency: 'departement-44', departedOn: null }),
    ]);
  });

  it('costs nothing from the second request of a process on', async () => {
    const user = await graph.signIn(caseworker());
    expect(await graph.statements(() => graph.signIn(user))).toBe(0);
  });

  it('is told of again when the token says something else, and then only', async () => {
    await graph.signIn({ ...caseworker('ana'), name: 'Ana Roux' });
    await graph.signIn({ ...caseworker('ana'), name: 'Ana Roux-Picard' });
    await graph.signIn({ ...caseworker('ana'), name: '' });
    expect(await toldOf('ana')).toMatchObject([
      { name: 'Ana Roux', version: 1 },
      { name: 'Ana Roux-Picard', version: 2 },
    ]);
  });

  it('for another agency keeps nothing of what the former one said', async () => {
    const departedOn = Temporal.PlainDate.from('2026-02-01');
    const { sub } = await givenProfessional(graph.db, { phone: '02 40 00 00 00', departedOn });
    await graph.signIn(caseworker(sub));
    expect(await entry(sub)).toMatchObject({ phone: '02 40 00 00 00', departedOn });
    await graph.signIn({ ...caseworker(sub), agency: 'caf-44' });
    expect(await entry(sub)).toMatchObject({ agency: 'caf-44', phone: null, departedOn: null });
  });

  it('for an agency that is not admitted, or follows no family, stays out', async () => {
    for (const user of [{ ...caseworker('out'), agency: 'elsewhere' }, auditor('aud'), integrator('sys')]) {
      await graph.signIn(user);
    }
    await graph.signIn(centreStaff('staff'));
    expect(await Promise.all(['out', 'aud', 'sys', 'staff'].map(entry))).toEqual([null, null, null, null]);
  });
});
