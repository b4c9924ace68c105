import type { Ending } from '@relais/platform/auth/ended-sessions.rules.ts';
import { AGENCY_OF_PATH, ENDINGS_PATH, type HopSecrets } from '@relais/platform/auth/inner-hop.ts';
import { worksFor } from '@relais/platform/auth/whose-sessions.ts';
import type { Pool } from 'undici';
import { z } from 'zod';
import type { AgencyOf } from './revoke-sessions.ts';
import { signedPost } from './signed-post.ts';

/** What an agency that is a service of its own is told and asked about sessions. */
export type SessionsOverHttp = {
  /** Resolves when the agency has confirmed it. */
  endSessions(ending: Ending): Promise<void>;
  /** For whom somebody works, as this agency tells an administrator. */
  readonly agencyOf: AgencyOf;
};

const DONE = 204;
const ENDING_LIMIT_MS = 2_000;
const ASKING_LIMIT_MS = 1_000;

const sentWorksFor = z.object({ known: worksFor.nullable() });

export const sessionsOverHttp = (pool: Pool, secrets: HopSecrets): SessionsOverHttp => {
  const post = signedPost(pool, secrets);
  return {
    async endSessions(ending) {
      const sent = { path: ENDINGS_PATH, body: JSON.stringify(ending), limitMs: ENDING_LIMIT_MS };
      const response = await post(sent);
      await response.body.dump();
      if (response.statusCode !== DONE) throw new Error(`Not confirmed: ${response.statusCode}`);
    },
    async agencyOf({ token, sub }) {
      const body = JSON.stringify({ sub });
      const response = await post({ path: AGENCY_OF_PATH, body, token, limitMs: ASKING_LIMIT_MS });
      return sentWorksFor.parse(await response.body.json()).known;
    },
  };
};
