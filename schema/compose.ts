import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { asked, consoleDocuments } from '@relais/console/generate.ts';
import { OWN_PART, ownSdl } from '@relais/gateway/data-sources/own-graph.ts';
import { manifestText, publish } from '@relais/gateway/published/publish.ts';
import { contractOf } from '@relais/platform/events/event-contract.ts';
import { withSharedFragments } from '@relais/platform/graphql/shared-fragments.ts';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { agencies, subgraphs } from '../subgraphs/agencies.ts';
import { unannouncedChanges } from './breaking-changes.ts';
import { composed } from './composition.ts';
import { eventCatalogue } from './event-catalogue.ts';
import { unmeasuredLists } from './list-sizes.ts';

/** What the screens ask, typed: it lies beside them. */
const SCREENS = '../console/src/graph/asked/';

const fileOf = (name: string): URL => new URL(name, import.meta.url);

const documentedOperations = async () => {
  const names = (await readdir(fileOf('operations/'))).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(
    names.map(async (file) => ({ file, text: await readFile(fileOf(`operations/${file}`), 'utf8') })),
  );
};

/** Every generated file by its name: what the code says the contract is. */
const compose = async (): Promise<Map<string, string>> => {
  const { supergraphSdl, api } = composed(agencies);
  const apiSdl = `${printSchema(lexicographicSortSchema(api.toGraphQLJSSchema()))}\n`;
  const screens = await consoleDocuments();
  return new Map([
    ...subgraphs.map(({ name, sdl }): [string, string] => [`${name}.graphql`, sdl()]),
    [`${OWN_PART}.graphql`, ownSdl()],
    ['supergraph.graphql', supergraphSdl],
    ['api.graphql', apiSdl],
    [
      'operations.json',
      manifestText(
        publish(supergraphSdl, [...(await documentedOperations()), ...withSharedFragments(screens)]),
      ),
    ],
    ...(await asked(apiSdl, screens)).map(([name, text]): [string, string] => [SCREENS + name, text]),
    ['events.md', eventCatalogue(subgraphs)],
    ['events.json', `${JSON.stringify(contractOf(subgraphs), null, 2)}\n`],
  ]);
};

const askedBefore = async (): Promise<string[]> =>
  (await readdir(fileOf(SCREENS)).catch(() => [])).map((name) => SCREENS + name);

const write = async (files: Map<string, string>): Promise<void> => {
  for (const name of await askedBefore()) if (!files.has(name)) await rm(fileOf(name));
  for (const [name, text] of files) await writeFile(fileOf(name), text);
};

const firstDifference = (committed: string, generated: string): string => {
  const old = committed.split('\n');
  const now = generated.split('\n');
  const line = now.findIndex((text, index) => text !== old[index]);
  const at = line < 0 ? now.length : line;
  return `line ${at + 1}\n  file: ${old[at] ?? '(ends)'}\n  code: ${now[at] ?? '(ends)'}`;
};

const staleFiles = async (files: Map<string, string>): Promise<string[]> => {
  const problems: string[] = [];
  for (const [name, text] of files) {
    const committed = await readFile(fileOf(name), 'utf8').catch(() => '');
    if (committed !== text)
      problems.push(`schema/${name} is not what the code says, ${firstDifference(committed, text)}`);
  }
  const gone = (await askedBefore()).filter((name) => !files.has(name));
  problems.push(...gone.map((name) => `schema/${name} is asked by no screen any more`));
  return problems.length > 0 ? [...problems, 'Run `npm run schema` and commit what it writes.'] : [];
};

const files = await compose();
const api = files.get('api.graphql') ?? '';
const isCheck = process.argv.includes('--check');
if (!isCheck) await write(files);

const problems = [
  ...(isCheck ? await staleFiles(files) : []),
  ...unmeasuredLists(files.get('supergraph.graphql') ?? ''),
  ...(await unannouncedChanges(api)),
];
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
