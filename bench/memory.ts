/** `npm run memory -- 10000 100000`: how much memory standalone holds after so many requests (README.md). */
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { print as tell } from '@relais/platform/terminal.ts';
import { inTestFolder } from '../standalone/src/testing/test-folder.ts';
import { type City, startCity } from './contenders/city.ts';
import { standaloneOf } from './contenders/start-contenders.ts';
import { isLate } from './measure/agree.ts';
import { Asker, type Heard } from './measure/asker.ts';
import { memoryOf } from './measure/processors.ts';
import { spreadOf } from './report/figures.ts';
import { openWorkload } from './workloads/workloads.ts';

const { values, positionals } = parseArgs({
  options: {
    workload: { type: 'string', default: 'family-file' },
    clients: { type: 'string', default: '16' },
  },
  allowPositionals: true,
});

const marks = (positionals.length > 0 ? positionals.map(Number) : [10_000, 100_000]).toSorted(
  (one, other) => one - other,
);
const clients = Number(values.clients);
const RESULT = new URL('./results/memory.md', import.meta.url);

/** What is held goes up and down with what is not collected yet: the middle of what it was over so many requests. */
const LOOKED_AT = 2_000;
const EACH = 20;

type Held = { readonly requests: number; readonly MiB: number };

const isLookedAt = (done: number): boolean =>
  done % EACH === 0 && marks.some((mark) => done > mark - LOOKED_AT && done <= mark);

const heldAt = (samples: readonly Held[], mark: number): Held => {
  const before = samples.filter(({ requests }) => requests <= mark && requests > mark - LOOKED_AT);
  return { requests: mark, MiB: spreadOf(before.map(({ MiB }) => MiB)).median };
};

/** That a service is away, on a machine that is busy with other work, is an answer as well. */
const mustBeAnswered = ({ status, text }: Heard): void => {
  if (isLate(text)) return;
  if (status !== 200 || text.includes('"errors"')) throw new Error(`${status}: ${text.slice(0, 200)}`);
};

/** Asks on without a pause, and looks at what the process holds before each mark. */
const askOn = async (city: City): Promise<readonly Held[]> => {
  const { questions, tokens } = await openWorkload(values.workload, city, new Date());
  const asker = new Asker(standaloneOf(city), clients);
  const samples: Held[] = [];
  const numbers = Array.from({ length: marks.at(-1) ?? 0 }, (_, index) => index).values();
  let done = 0;
  const look = (): void => {
    done += 1;
    if (isLookedAt(done)) samples.push({ requests: done, MiB: memoryOf([city.standalone.pid]) });
    if (marks.includes(done)) tell(`${done} requests: load ${loadavg()[0]?.toFixed(1)}`);
  };
  const client = async (): Promise<void> => {
    for (const number of numbers) {
      const question = questions[number % questions.length];
      if (!question) return;
      mustBeAnswered(await asker.ask(question, tokens[number % tokens.length] ?? ''));
      look();
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  await asker.close();
  return marks.map((mark) => heldAt(samples, mark));
};

const report = (held: readonly Held[]): string => {
  const first = held[0]?.MiB ?? 1;
  const rows = held.map(
    ({ requests, MiB }) => `| ${requests} | ${MiB.toFixed(0)} | ${(MiB / first).toFixed(3)} |`,
  );
  return [
    `${new Date().toISOString()}, Node ${process.version}, ${values.workload}, ${clients} clients: what standalone holds in memory, the middle of the last ${LOOKED_AT} requests.`,
    '',
    '| after requests | MiB | ÷ the first |',
    '|---|---|---|',
    ...rows,
  ].join('\n');
};

await inTestFolder(async (folder) => {
  const city = await startCity(folder);
  try {
    const text = report(await askOn(city));
    await writeFile(RESULT, `${text}\n`);
    tell(text);
  } finally {
    await city.standalone.stop();
  }
});
