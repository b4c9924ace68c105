import { dayOf } from '@relais/platform/time/civil-time.ts';
import { demoAccounts } from './demo-accounts.ts';
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
  const { issuer, showcase, dataDir, url } = relais;
  const { caseworker, integrator } = demoAccounts;
  const command = await familyFileCommand(
    `${url}/graphql`,
    await issuer.tokenFor(caseworker),
    familyFileVariables(showcase, dayOf(now)),
  );
  return `
Relais is ready after ${seconds.toFixed(1)} s.

  Screens  ${url}/
  Sign in  ${url}/session/sign-in (as whom you like: caseworker, advisor, coordinator, …)
  Graph    ${url}/graphql
  Try it   ${url}/graphiql (with queries ready)
  Systems  ${issuer.options.issuer}/token (client credentials: ${integrator.sub}, ${issuer.secretOf(integrator)})
  Tokens   npm run token -- caseworker (for programs; good for 12 hours)
  Data     ${dataDir}${ageNote(relais, now)}
  Stop     Ctrl-C; the data is kept. Start over: npm run reset

The whole file of family ${showcase}, in one query:

${command}
`;
};
