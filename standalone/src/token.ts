import { runCommand } from '@relais/platform/process.ts';
import { wantedDataDir } from './data-folder.ts';
import { demoAccounts } from './demo-accounts.ts';
import { openDevIssuer } from './dev-issuer.ts';
import { findDataDir } from './postgres/postgres-home.ts';

const isAccount = (name: string): name is keyof typeof demoAccounts => Object.hasOwn(demoAccounts, name);

const accounts = Object.keys(demoAccounts).join(' | ');

/** `npm run token -- caseworker`: a fresh token of this installation's demo issuer on standard output. */
void runCommand(async () => {
  const [name = ''] = process.argv.slice(2);
  if (!isAccount(name)) throw new Error(`Usage: npm run token -- ${accounts}`);
  const { dataDir } = await findDataDir(wantedDataDir());
  const issuer = await openDevIssuer(dataDir);
  return issuer.tokenFor(demoAccounts[name]);
});
