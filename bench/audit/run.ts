/**
 * `npm run audit -- FOLDER`: our gateway before the supergraphs of the public federation gateway audit, which is fetched beside the project
 * (github.com/graphql-hive/federation-gateway-audit) and has installed its dependencies. Prints how many of its cases are answered as it expects.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { print as tell } from '@relais/platform/terminal.ts';
import { z } from 'zod';
import { freePort } from '../../standalone/src/testing/free-port.ts';
import { openAudited } from './audited-gateway.ts';
import { type Case, isAsExpected } from './case.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const [folder] = positionals;
if (!folder)
  throw new Error('Usage: npm run audit -- FOLDER, where the audit lies with its dependencies installed');

/** The audit is written for a later Node. */
const withResolvers = () => {
  const resolvers: Record<string, unknown> = {};
  const promise = new Promise((resolve, reject) => Object.assign(resolvers, { resolve, reject }));
  return { ...resolvers, promise };
};
if (!('withResolvers' in Promise)) Object.assign(Promise, { withResolvers });

const cases = z.array(
  z.object({
    query: z.string(),
    expected: z.object({ data: z.unknown().optional(), errors: z.boolean().optional() }),
  }),
);
const subgraphs = z.array(z.object({ name: z.string(), url: z.string() }));

const port = await freePort();
const { serve }: { serve(port: number): Promise<unknown> } = await import(
  pathToFileURL(path.resolve(folder, 'src/index.ts')).href
);
await serve(port);
const read = async (name: string): Promise<string> =>
  (await fetch(`http://localhost:${port}/${name}`, { headers: { accept: 'application/json' } })).text();

const passedOf = async (suite: string): Promise<readonly boolean[]> => {
  const all: readonly Case[] = cases.parse(JSON.parse(await read(`${suite}/tests`)));
  const addresses = subgraphs.parse(JSON.parse(await read(`${suite}/subgraphs`)));
  const gateway = await openAudited(await read(`${suite}/supergraph`), addresses);
  const passed: boolean[] = [];
  for (const each of all) {
    const { isRight, received } = await isAsExpected(gateway.url, each);
    passed.push(isRight);
    if (!isRight)
      tell(`${suite}\n${each.query}\n  expected ${JSON.stringify(each.expected)}\n  received ${received}`);
  }
  await gateway.close();
  return passed;
};

let right = 0;
let count = 0;
for (const suite of z.array(z.string()).parse(JSON.parse(await read('ids')))) {
  const passed = await passedOf(suite).catch((error: unknown) => {
    tell(`${suite}: ${error}`);
    return [false];
  });
  tell(`${suite} ${passed.map((isRight) => (isRight ? '.' : 'X')).join('')}`);
  right += passed.filter(Boolean).length;
  count += passed.length;
}
tell(`${right} of ${count}`);
process.exit(0);
