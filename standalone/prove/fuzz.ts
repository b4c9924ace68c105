/**
 * `npm run prove:fuzz`: random operations of everybody on a family with a word in every text that somebody may not see.
 * No fault, no word told to whoever may not see it, and no more memory after the last round than after the first.
 * `-- --seed 7` makes others; `-- --seed 7 --replay 1234` asks one of them again and prints it.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { print } from '@relais/platform/terminal.ts';
import { MONDAY } from '@relais/platform/testing/test-clock.ts';
import { startPostgres } from '../src/postgres/embedded-postgres.ts';
import type { Kind } from '../src/testing/fuzz/make-operation.ts';
import { type Outcome, runFuzz, watchedLog } from '../src/testing/fuzz/run-fuzz.ts';
import { inTestFolder } from '../src/testing/test-folder.ts';
import { testWholeGraph } from '../src/testing/test-whole-graph.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '20000' },
    documents: { type: 'string', default: '60' },
    replay: { type: 'string' },
  },
});
const seed = Number(values.seed);
const count = Number(values.count);

const TOLD_EVERY = 1_000;
const MIB = 1_024 ** 2;
const ROUNDS = 4;
/** From the first round to the last; more than this is a leak. */
const MOST_GROWTH = 1.15;
const LEAST_ANSWERED = 0.5;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const heapMib = (): number => {
  collect();
  collect();
  return process.memoryUsage().heapUsed / MIB;
};

/** What the heap held after each round of one kind: the first fills what is kept for a while, as plans and tokens. */
type Memory = Readonly<Record<Kind, number[]>>;

const growthOf = (rounds: readonly number[]): number => (rounds.at(-1) ?? 0) / (rounds[0] ?? 1);

const told = (
  { asked, answered, codes, shown, problems }: Outcome,
  found: readonly string[],
  memory: Memory,
) => {
  const listed = (counts: ReadonlyMap<string, number>) =>
    [...counts].map(([word, times]) => `${word} ${times}`).join(', ');
  print(`seed ${seed}: ${asked} asked, ${answered} carried out; ${listed(codes)}`);
  print(`shown to who may see it: ${listed(shown)}`);
  for (const problem of problems) print(`✘ ${problem}`);
  for (const line of found) print(`✘ log: ${line}`);
  for (const [kind, rounds] of Object.entries(memory))
    print(`heap after each round, ${kind}: ${rounds.map((mib) => mib.toFixed(0)).join(', ')} MiB`);
};

const prove = async (folder: string): Promise<boolean> => {
  const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), ephemeral: true });
  process.env.TEST_POSTGRES_URL = postgres.url;
  const { found, logTo } = watchedLog();
  const graph = await testWholeGraph({ patience: 20, now: MONDAY, logLevel: 'info', logTo });
  const memory: Memory = { query: [], mutation: [] };
  const only = values.replay === undefined ? {} : { only: Number(values.replay), show: print };
  const begun = performance.now();
  const tell = (asked: number) => {
    if (asked % TOLD_EVERY === 0)
      print(`  ${asked} after ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
  };
  const afterRound = (kind: Kind) => void memory[kind].push(heapMib());
  try {
    const documents = Number(values.documents);
    const wanted = { seed, count, documents, rounds: ROUNDS, now: MONDAY };
    const outcome = await runFuzz({ graph, ...wanted, tell, afterRound, ...only });
    told(outcome, found, memory);
    const isSound = outcome.problems.length === 0 && found.length === 0;
    if (values.replay !== undefined) return isSound;
    const isFlat = Object.values(memory).every((rounds) => growthOf(rounds) <= MOST_GROWTH);
    const isMostlyAnswered = outcome.answered / outcome.asked >= LEAST_ANSWERED;
    return isSound && isFlat && isMostlyAnswered && outcome.asked === count;
  } finally {
    await graph.close();
    await postgres.stop();
  }
};

process.exitCode = (await inTestFolder(prove)) ? 0 : 1;
