import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '@relais/platform/process.ts';
import { agenciesOfCommand } from './agencies-of-command.ts';
import { initCity } from './city/init-city.ts';
import { readCity } from './city/read-city.ts';

const USAGE = 'Usage: npm run city -- init DIR   (docs/second-city.md)';

/** `npm run city -- init DIR`: begins a city in empty databases, from the files of a folder. */
void runCommand(async () => {
  const [verb, folder, ...others] = parseArgs({ allowPositionals: true }).positionals;
  if (verb !== 'init' || folder === undefined || others.length > 0) throw new Error(USAGE);
  // npm runs a script in the project's folder; the path was typed somewhere else.
  const city = await readCity(resolve(process.env.INIT_CWD ?? '.', folder));
  const agencies = await agenciesOfCommand();
  const places = agencies.find(({ subgraph }) => subgraph.name === 'early-childhood');
  if (!places) throw new Error('There is no early-childhood.');
  const databases = { places, others: agencies.filter((agency) => agency !== places) };
  return (await initCity(city, databases, new Date())).join('\n');
});
