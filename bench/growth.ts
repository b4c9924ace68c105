/** `npm run growth -- 10000 1000000`: the family file in cities of these sizes beside the demo city, in turns (README.md). */
import { parseArgs } from 'node:util';
import { print as tell } from '@relais/platform/terminal.ts';
import { type City, startCity } from './contenders/city.ts';
import { limitOf, standaloneOf, startLimit } from './contenders/start-contenders.ts';
import { DEMO_FAMILIES, folderOfSize } from './growth/city-of-size.ts';
import { growthOf } from './growth/growth-of.ts';
import { agreeAll } from './measure/agree.ts';
import { measureInterleaved, type Stand } from './measure/interleaved.ts';
import { writeReport } from './report/write-report.ts';
import { openWorkload } from './workloads/workloads.ts';

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    clients: { type: 'string', default: '1,16' },
  },
  allowPositionals: true,
});

const FULL_SIZES = [10_000, 100_000, 1_000_000];
const others = positionals.length > 0 ? positionals.map(Number) : FULL_SIZES;
const sizes = [DEMO_FAMILIES, ...others];

const workloadOf = (families: number): string => `${families} families`;

type Opened = { readonly families: number; readonly stand: Stand; stop(): Promise<void> };

const standIn = async (city: City, contenders: Stand['contenders'], families: number): Promise<Stand> => {
  const { tokens, takeBack, questions } = await openWorkload('family-file', city, new Date());
  const answers = await agreeAll(contenders, questions, tokens);
  return { city, contenders, questions, tokens, answers, workload: workloadOf(families), takeBack };
};

const open = async (families: number, folder: string): Promise<Opened> => {
  const city = await startCity(folder);
  const limit = await startLimit(city);
  const stop = async (): Promise<void> => {
    await limit.stop();
    await city.standalone.stop();
  };
  try {
    const stand = await standIn(city, [standaloneOf(city), limitOf(limit)], families);
    tell(`${families} families: ${stand.questions.length} files are the same by hand`);
    return { families, stand, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const folders = new Map<number, string>();
for (const families of sizes) folders.set(families, await folderOfSize(families, tell));

const opened: Opened[] = [];
try {
  for (const [families, folder] of folders) opened.push(await open(families, folder));
  const stands = opened.map(({ stand }) => stand);
  const clients = values.clients.split(',').map(Number);
  const measured = await measureInterleaved(stands, {
    clients,
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    tell,
  });
  tell(await writeReport('growth', measured, growthOf(measured, workloadOf(DEMO_FAMILIES))));
} finally {
  for (const { stop } of opened) await stop();
}
