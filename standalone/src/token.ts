import { scopes, unknownScopes, wordsOf } from '@relais/platform/auth/scopes.ts';
import { runCommand } from '@relais/platform/process.ts';
import { wantedDataDir } from './data-folder.ts';
import { type DemoAccount, demoAccounts } from './demo-accounts.ts';
import { openDevIssuer } from './dev-issuer.ts';
import { findDataDir } from './postgres/postgres-home.ts';

const isAccount = (name: string): name is keyof typeof demoAccounts => Object.hasOwn(demoAccounts, name);

const accounts = Object.keys(demoAccounts).join(' | ');
const USAGE = `Usage: npm run token -- ${accounts} [--admin]; integrator --scope "${scopes.join(' ')}"`;

/** A word that is no scope is told, not left out: the token would do less than whoever asks for it thinks. */
const scoped = (system: DemoAccount, wanted: string): DemoAccount => {
  const unknown = unknownScopes(wordsOf(wanted));
  if (unknown.length > 0) throw new Error(`Unknown scope: ${unknown.join(' ')}. Known: ${scopes.join(' ')}`);
  return { ...system, scope: wordsOf(wanted).join(' ') };
};

const wantedAccount = ([name = '', flag, value, ...rest]: readonly string[]): DemoAccount => {
  if (!isAccount(name) || rest.length > 0) throw new Error(USAGE);
  const account: DemoAccount = demoAccounts[name];
  if (flag === undefined) return account;
  if (flag === '--admin' && value === undefined) return { ...account, admin: true };
  const isSystem = account.role === 'INTEGRATOR';
  if (flag === '--scope' && value !== undefined && isSystem) return scoped(account, value);
  throw new Error(USAGE);
};

/** `npm run token -- caseworker`: a fresh token of this installation's demo issuer on standard output. */
void runCommand(async () => {
  const account = wantedAccount(process.argv.slice(2));
  const { dataDir } = await findDataDir(wantedDataDir());
  const issuer = await openDevIssuer(dataDir);
  return issuer.tokenFor(account);
});
