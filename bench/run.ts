/** `npm run bench`: everybody on one city, compared, then measured in turns (bench/README.md). */
import { parseArgs } from 'node:util';
import { print as tell } from '@relais/platform/terminal.ts';
import { inTestFolder } from '../standalone/src/testing/test-folder.ts';
import { type City, startCity } from './contenders/city.ts';
import type { Contender } from './contenders/contender.ts';
import { startContenders } from './contenders/start-contenders.ts';
import { agreeAll } from './measure/agree.ts';
import { type Measured, measureInterleaved } from './measure/interleaved.ts';
import { writeReport } from './report/write-report.ts';
import { openWorkload, workloadNames } from './workloads/workloads.ts';

const { values, positionals } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string' },
    clients: { type: 'string' },
    name: { type: 'string' },
    city: { type: 'string' },
  },
  allowPositionals: true,
});

const chosen = (): readonly string[] => {
  if (positionals.length > 0) return positionals;
  return values.quick ? ['family-file'] : workloadNames;
};

const QUICK = { questions: 40, seconds: 1.5, clients: '1,16', name: 'quick' };
const WHOLE = { questions: 10_000, seconds: 4, clients: '1,16,64', name: 'whole' };
const usual = values.quick ? QUICK : WHOLE;
const clients = (values.clients ?? usual.clients).split(',').map(Number);
const seconds = Number(values.seconds ?? usual.seconds);
const rounds = Number(values.rounds);

/** Of what cannot be asked twice. */
const FEW = 5;

const measureWorkload = async (
  city: City,
  contenders: readonly Contender[],
  name: string,
): Promise<readonly Measured[]> => {
  const { tokens, takeBack, questions: all } = await openWorkload(name, city, new Date());
  const questions = all.slice(0, usual.questions);
  const [sample] = questions;
  const able = contenders.filter(({ ask }) => sample && ask(sample));
  const compared = [
    ...questions.filter(({ isRight }) => !isRight),
    ...questions.filter(({ isRight }) => isRight).slice(0, FEW),
  ];
  tell(`${name}: comparing ${compared.length} answers of ${able.length}`);
  const answers = await agreeAll(able, compared, tokens);
  const stand = { city, contenders: able, questions, tokens, answers, workload: name, takeBack };
  await takeBack();
  return measureInterleaved([stand], { clients, rounds, seconds, tell });
};

const measureAll = async (city: City): Promise<void> => {
  tell('Starting the contenders');
  const contenders = await startContenders(city);
  try {
    const measured: Measured[] = [];
    for (const name of chosen()) {
      measured.push(...(await measureWorkload(city, contenders.all, name)));
      // What was measured stays, whatever becomes of the rest.
      await writeReport(values.name ?? usual.name, measured);
    }
    tell(await writeReport(values.name ?? usual.name, measured));
  } finally {
    await contenders.stop();
  }
};

const measureIn = async (folder: string): Promise<void> => {
  tell('Starting the city');
  const city = await startCity(folder);
  try {
    await measureAll(city);
  } finally {
    await city.standalone.stop();
  }
};

await (values.city ? measureIn(values.city) : inTestFolder(measureIn));
