import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { nameKey } from '@relais/platform/names.rules.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import fc from 'fast-check';
import { subgraph } from '../../subgraph.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
afterAll(() => graph.close());

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const ACCENTED = [
  ...'àâäáãåçéèêëíìîïñóòôöõøúùûüýÿœæßðþłđħıŧŁĐĦİŦŒÆÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØÚÙÛÜÝŸĀāĂăĄąĆćČčĎďĒēĖėĘęĚěĞğĢģĪīĮįĶķĹĺĻļĽľŃńŅņŇňŌōŐőŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŹźŻżŽžȘșȚț',
];
const BETWEEN = [
  ...' -\'’‘`´‐‑‒–—.,;:/\\%_()"\u00A0\u2009\u202F\u3000\u00AD\u200B\u200C\u200D\u200E\u2060\uFEFF\t\u0301\u0308\u0327',
];

it('the database and the rules give one form to every name', async () => {
  const anyName = fc
    .array(fc.constantFrom(...LETTERS, ...ACCENTED, ...BETWEEN), { maxLength: 30 })
    .map((parts) => parts.join(''));
  const names = fc.sample(anyName, { numRuns: 2_000, seed: 8 });
  const rows: { key: string }[] = await graph.db.query(
    'select searchable(name) as key from unnest($1::text[]) with ordinality each (name, at) order by at',
    [names],
  );
  const otherwise = names.flatMap((name, at) =>
    rows[at]?.key === nameKey(name) ? [] : [[name, rows[at]?.key, nameKey(name)]],
  );
  expect(otherwise).toEqual([]);
});

it('names of other scripts keep their letters', async () => {
  const [row] = await graph.db.query(
    `select searchable('حميد') as arabic, searchable('Нина') <> '' as cyrillic`,
  );
  expect(row).toEqual({ arabic: 'حميد', cyrillic: true });
});
