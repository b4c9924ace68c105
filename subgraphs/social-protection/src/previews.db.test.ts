import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { inputsWithPreview, tablesChangedBy } from '@relais/platform/testing/previews.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { caseworker } from '@relais/platform/testing/test-users.ts';
import { subgraph } from './subgraph.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: new Date('2026-03-10T09:00:00Z') });
});
afterAll(() => graph.close());

const benefit = { scheme: 'RSA', source: 'CAF', state: 'OPEN', from: '2026-02-01', statedOn: '2026-03-01' };

/** What each input that has `preview` may be sent with, so that it changes something. */
const inputs = {
  ImportEntitlementsInput: async () => {
    const { reference } = await givenKnownFamily(graph.db);
    return { rows: [{ familyReference: reference, ...benefit }] };
  },
};

describe('a preview', () => {
  it('is tried here with every input that has one', () => {
    expect(Object.keys(inputs).sort()).toEqual(inputsWithPreview(subgraph.schema));
  });

  it.each(Object.entries(inputs))(
    'of %s stores nothing, though the same is stored when it is none',
    async (type, given) => {
      const input = await given();
      const changed = (preview: boolean) =>
        tablesChangedBy(graph, subgraph.schema, [type, { ...input, preview }], caseworker());

      expect(await changed(true)).toEqual([]);
      expect(await changed(false)).not.toEqual([]);
    },
  );
});
