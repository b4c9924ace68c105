import { findPostgresHome } from '@relais/platform/database/postgres-home.ts';
import { wantedDataDir } from './data-folder.ts';
import { demoAccounts } from './demo-accounts.ts';
import { openDevIssuer } from './dev-issuer.ts';

const isAccount = (name: string): name is keyof typeof demoAccounts => Object.hasOwn(demoAccounts, name);

const accounts = Object.keys(demoAccounts).join(' | ');

/** `npm run token -- caseworker`: a fresh token of this installation's demo issuer on standard output. */
const printToken = async (name: string): Promise<void> => {
  if (!isAccount(name)) throw new Error(`Usage: npm run token -- ${accounts}`);
  const { dataDir } = await findPostgresHome(wantedDataDir());
  const issuer = await openDevIssuer(dataDir);
  process.stdout.write(`${await issuer.tokenFor(demoAccounts[name])}\n`);
};

printToken(process.argv[2] ?? '').catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
