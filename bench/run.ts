import { parseArgs } from 'node:util';
import { print as tell } from '@relais/platform/terminal.ts';
import { inTestFolder } from '../standalone/src/testing/test-folder.ts';
import { caseworkerTokens, startCity } from './contenders/city.ts';
import { startContenders } from './contenders/start-contenders.ts';
import { agreeAll } from './measure/agree.ts';
import { measureInterleaved } from './measure/interleaved.ts';
import { writeReport } from './report/write-report.ts';
import { familyFiles, referenceOf } from './workloads/family-file.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string' },
    name: { type: 'string' },
  },
});

const FAMILIES = values.quick ? 40 : 143;
const SECONDS = Number(values.seconds ?? (values.quick ? 1.5 : 5));
const CLIENTS = values.quick ? [1, 16] : [1, 16, 64];

/** Everybody is started, compared, and then measured in turns. */
const measureIn = async (folder: string): Promise<void> => {
  tell('Starting the city');
  const city = await startCity(folder);
  try {
    tell('Starting the contenders');
    const contenders = await startContenders(city);
    try {
      const references = Array.from({ length: FAMILIES }, (_, index) => referenceOf(index + 1));
      const tokens = await caseworkerTokens(city, references);
      const questions = await familyFiles(references, new Date());
      tell(`Comparing ${questions.length} answers of ${contenders.all.length}`);
      const answers = await agreeAll(contenders.all, questions, tokens);
      const measured = await measureInterleaved(
        { city, contenders: contenders.all, questions, tokens, answers },
        { clients: CLIENTS, rounds: Number(values.rounds), seconds: SECONDS, tell },
      );
      await writeReport(values.name ?? (values.quick ? 'quick' : 'full'), measured, tell);
    } finally {
      await contenders.stop();
    }
  } finally {
    await city.standalone.stop();
  }
};

await inTestFolder(measureIn);
