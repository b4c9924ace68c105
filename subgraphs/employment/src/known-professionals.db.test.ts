import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProfessional } from '@relais/platform/professionals/directory-entry.builder.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { professionalChanged } from '@relais/platform/professionals/professional-changed.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor } from '@relais/platform/testing/test-users.ts';
import { Temporal } from 'temporal-polyfill';
import { subgraph } from './subgraph.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

const hear = (professional: Professional) => {
  const { event, familyId, data } = professionalChanged(professional);
  return graph.receive(event.type, familyId, { ...data });
};
const entry = (sub: string) => graph.db.findOneBy(Professional, { sub });

describe('the directory as employment knows it', () => {
  it('is what social-protection told last, in whichever order it came', async () => {
    const day = (text: string) => Temporal.PlainDate.from(text);
    const absence = { absentFrom: day('2026-03-02'), absentTo: day('2026-03-16'), standInSub: 'tom' };
    const told = aProfessional({ role: 'EMPLOYMENT_ADVISOR', version: 3, ...absence });
    await hear(told);
    await hear({ ...told, version: 2, name: 'Before' });
    expect(await entry(told.sub)).toEqual(told);
  });

  it('knows at once who signs in, until the directory tells of them, under one id', async () => {
    const told = aProfessional({ role: 'EMPLOYMENT_ADVISOR', phone: '02 40 00 00 00' });
    await graph.signIn({ ...advisor(told.sub), name: 'As the token says' });
    expect(await entry(told.sub)).toMatchObject({ id: told.id, name: 'As the token says', version: 0 });
    await hear(told);
    expect(await entry(told.sub)).toEqual(told);
    expect(await graph.published()).toEqual([]);
  });
});
