import { createInterface } from 'node:readline/promises';
import { runCommand } from '@relais/platform/process.ts';
import { wantedDataDir } from './data-folder.ts';
import { findDataDir } from './postgres/postgres-home.ts';
import { resetData } from './reset-data.ts';

const isAgreed = async (dataDir: string): Promise<boolean> => {
  if (process.argv.includes('--yes')) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Input that ends without an answer is a no.
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  const question = `Delete all families, bookings and tokens in ${dataDir}? Type yes to go on: `;
  const answer = await Promise.race([terminal.question(question), closed]);
  terminal.close();
  return /^(y|yes|o|oui)$/i.test(answer.trim());
};

/** `npm run reset`: the next start makes a new demo city. */
void runCommand(async () => {
  const { dataDir } = await findDataDir(wantedDataDir());
  if (!(await isAgreed(dataDir))) return 'Nothing was deleted.';
  await resetData(dataDir);
  return 'Deleted. The next npm start makes a new demo city.';
});
