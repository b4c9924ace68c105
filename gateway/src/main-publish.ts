import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Source, withSharedFragments } from '@relais/platform/graphql/shared-fragments.ts';
import { runCommand } from '@relais/platform/process.ts';
import { manifestText, publish } from './published/publish.ts';

const SCHEMA = new URL('../../schema/', import.meta.url).pathname;

/** What the console asks. */
const SCREENS = new URL('../../console/operations', import.meta.url).pathname;

const documentsIn = async (folder: string): Promise<Source[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  const sources = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(path.join(folder, file), 'utf8') })),
  );
  // Those of its own folder: no other one widens what an operation reads.
  return withSharedFragments(sources);
};

/** `npm run operations:publish -- --from folder --to manifest.json`: what a gateway with `OPERATIONS=safelist` answers. */
void runCommand(async () => {
  const { values } = parseArgs({
    options: {
      from: { type: 'string', multiple: true, default: [path.join(SCHEMA, 'operations'), SCREENS] },
      to: { type: 'string', default: path.join(SCHEMA, 'operations.json') },
      supergraph: { type: 'string', default: path.join(SCHEMA, 'supergraph.graphql') },
    },
  });
  const sources = (await Promise.all(values.from.map(documentsIn))).flat();
  const manifest = publish(await readFile(values.supergraph, 'utf8'), sources);
  await writeFile(values.to, manifestText(manifest));
  return `${manifest.operations.length} operations published in ${values.to}`;
});
