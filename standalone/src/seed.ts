import { parseArgs } from 'node:util';
import { runCommand } from '@relais/platform/process.ts';
import { print } from '@relais/platform/terminal.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { wantedDataDir } from './data-folder.ts';
import { plantLargeCity } from './demo/plant-large-city.ts';

const USAGE = 'Usage: npm run seed -- --families 100000 [--seed 1]';

const wholeNumber = (text: string | undefined, least: number): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least) throw new Error(USAGE);
  return number;
};

const settingsIn = (args: readonly string[]) => {
  const { values } = parseArgs({
    args: [...args],
    options: { families: { type: 'string' }, seed: { type: 'string', default: '1' } },
  });
  return { families: wholeNumber(values.families, 1), seed: wholeNumber(values.seed, 0) };
};

/** `npm run seed -- --families 100000`: adds invented families to the data folder, for measuring. */
void runCommand(async () => {
  const { families, seed } = settingsIn(process.argv.slice(2));
  const today = dayOf(new Date());
  await plantLargeCity(wantedDataDir(), { families, seed, today, tell: print });
  return undefined;
});
