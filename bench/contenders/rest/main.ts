/** The service of one agency as a city writes it today: addresses and JSON, each of them its own. */
import { issuerIn, oidcSettings } from '@relais/platform/auth/oidc-settings.ts';
import { createTokenVerifier } from '@relais/platform/auth/tokens.ts';
import { portNumber, readConfig } from '@relais/platform/config.ts';
import { runProcess } from '@relais/platform/process.ts';
import { z } from 'zod';
import { demoAgencies } from '../../../standalone/src/demo-accounts.ts';
import { byAgency } from '../../../subgraphs/agencies.ts';
import { type FamilyFileQuestion, partsOf } from '../limit/family-file.ts';
import { Lane } from '../limit/lane.ts';
import { openRevocation } from '../limit/lanes.ts';
import { type Answer, fileIn, serveByHand } from '../limit/serve-limit.ts';

const settings = z.object({ ...oidcSettings, PORT: portNumber, DATABASE_URL: z.url() });

const covered = z.object({
  familyId: z.uuid(),
  milestones: z.array(
    z.object({ id: z.uuid(), startsAt: z.string(), endsAt: z.string(), travelMinutes: z.int() }),
  ),
});

const fileOf = (parameters: URLSearchParams): FamilyFileQuestion => fileIn(parameters);
const json = async (part: Promise<unknown>): Promise<string> => JSON.stringify((await part) ?? null);

/** Whichever of them the agency of the database has. */
const answers: Readonly<Record<string, Answer>> = {
  '/care': (lanes, asking, parameters) => json(partsOf(lanes, asking, fileOf(parameters)).care()),
  '/jobs': (lanes, asking, parameters) => json(partsOf(lanes, asking, fileOf(parameters)).jobs()),
  '/benefits': (lanes, asking, parameters) => json(partsOf(lanes, asking, fileOf(parameters)).benefits()),
  '/covers': async (lanes, asking, parameters, body) => {
    const { familyId, milestones } = covered.parse(await body());
    return json(partsOf(lanes, asking, fileOf(parameters)).covers(familyId, milestones));
  },
};

void runProcess(async () => {
  const config = readConfig(settings);
  const lane = await Lane.open(config.DATABASE_URL);
  const service = await serveByHand({
    answers,
    lanes: byAgency(() => lane),
    revocation: await openRevocation([config.DATABASE_URL]),
    verifyToken: createTokenVerifier(issuerIn(config)),
    admitted: demoAgencies,
    port: config.PORT,
  });
  return () => service.close();
});
