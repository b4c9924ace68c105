import { runCommand } from '@relais/platform/process.ts';
import { wantedDataDir } from './data-folder.ts';
import { demoAccounts } from './demo-accounts.ts';
import { openDevIssuer } from './dev-issuer.ts';
import { findDataDir } from './postgres/postgres-home.ts';

const isAccount = (name: string): name is keyof typeof demoAccounts => Object.hasOwn(demoAccounts, name);

const accounts = Object.keys(demoAccounts).join(' | ');

/** `npm run token -- caseworker`: a fresh token of this installation's demo issuer on standard output. */
void runCommand(async () => {
  const [name = '', flag] = process.argv.slice(2);
  const isUsable = isAccount(name) && (flag === undefined || flag === '--admin');
  if (!isUsable) throw new Error(`Usage: npm run token -- ${accounts} [--admin]`);
  const { dataDir } = await findDataDir(wantedDataDir());
  const issuer = await openDevIssuer(dataDir);
  return issuer.tokenFor({ ...demoAccounts[name], ...(flag && { admin: true }) });
});
