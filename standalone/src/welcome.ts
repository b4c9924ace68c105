import { dayOf } from '@relais/platform/time/civil-time.ts';
import { demoAccounts, demoCentreName } from './demo-accounts.ts';
import { familyFileCommand, familyFileVariables } from './operations.ts';
import type { RunningRelais } from './start-relais.ts';

/** After so many days most milestones of the demo city lie in the past. */
const STALE_DAYS = 14;

const ageNote = ({ madeOn }: RunningRelais, now: Date): string => {
  const days = madeOn.until(dayOf(now)).days;
  return days < STALE_DAYS ? '' : ` (its dates are ${days} days old; "npm run reset" makes a fresh one)`;
};

/** What whoever started the demo needs to know, with a command that works when pasted. */
export const welcome = async (relais: RunningRelais, now: Date, seconds: number): Promise<string> => {
  const { issuer, showcase, dataDir } = relais;
  const url = relais.url.replace('127.0.0.1', 'localhost');
  const token = (account: keyof typeof demoAccounts) => issuer.tokenFor(demoAccounts[account]);
  const caseworker = await token('caseworker');
  const command = await familyFileCommand(
    `${url}/graphql`,
    caseworker,
    familyFileVariables(showcase, dayOf(now)),
  );
  return `
Relais is ready after ${seconds.toFixed(1)} s.

  Graph   ${url}/graphql
  Try it  ${url}/ (GraphiQL, with queries and demo users ready)
  Data    ${dataDir}${ageNote(relais, now)}
  Stop    Ctrl-C; the data is kept. Start over: npm run reset

Demo tokens, valid for 12 hours (new ones: npm run token -- caseworker)

  caseworker
  ${caseworker}

  employment advisor
  ${await token('advisor')}

  care coordinator
  ${await token('coordinator')}

  centre staff (${demoCentreName})
  ${await token('centre-staff')}

The whole file of family ${showcase}, in one query:

${command}
`;
};
