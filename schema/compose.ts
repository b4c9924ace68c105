import { readFile, writeFile } from 'node:fs/promises';
import { composeServices } from '@apollo/composition';
import { subgraph as earlyChildhood } from '@relais/early-childhood/subgraph.ts';
import { subgraph as employment } from '@relais/employment/subgraph.ts';
import { subgraph as socialProtection } from '@relais/social-protection/subgraph.ts';
import { lexicographicSortSchema, parse, printSchema } from 'graphql';
import { unannouncedChanges } from './breaking-changes.ts';
import { eventCatalogue } from './event-catalogue.ts';
import { unmeasuredLists } from './list-sizes.ts';

const services = [
  { subgraph: earlyChildhood, url: 'http://early-childhood:4001/graphql' },
  { subgraph: socialProtection, url: 'http://social-protection:4002/graphql' },
  { subgraph: employment, url: 'http://employment:4003/graphql' },
];

class CompositionError extends Error {
  constructor(problems: readonly { message: string }[]) {
    super(problems.map(({ message }) => message).join('\n'));
  }
}

const fileOf = (name: string): URL => new URL(name, import.meta.url);

/** Every generated file by its name: what the code says the contract is. */
const compose = (): Map<string, string> => {
  const composed = composeServices(
    services.map(({ subgraph, url }) => ({ name: subgraph.name, url, typeDefs: parse(subgraph.sdl) })),
  );
  if (composed.errors) throw new CompositionError(composed.errors);
  // Each agency describes a shared type from its own side; the owner's words are shown.
  const hints = composed.hints.filter(({ definition }) => definition.code !== 'INCONSISTENT_DESCRIPTION');
  if (hints.length > 0) throw new CompositionError(hints);

  const api = lexicographicSortSchema(composed.schema.toAPISchema().toGraphQLJSSchema());
  return new Map([
    ...services.map(({ subgraph }): [string, string] => [`${subgraph.name}.graphql`, subgraph.sdl]),
    ['supergraph.graphql', `${composed.supergraphSdl.trim()}\n`],
    ['api.graphql', `${printSchema(api)}\n`],
    ['events.md', eventCatalogue(services.map(({ subgraph }) => subgraph))],
  ]);
};

const write = async (files: Map<string, string>): Promise<void> => {
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
  return problems.length > 0 ? [...problems, 'Run `npm run schema` and commit what it writes.'] : [];
};

const files = compose();
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
