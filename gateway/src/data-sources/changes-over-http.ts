import { CHANGES_PATH, type HopSecrets, NEWEST_CHANGE_PATH } from '@relais/platform/auth/inner-hop.ts';
import { changesFound, newestChange } from '@relais/platform/changes/changes.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import type { Pool } from 'undici';
import { z } from 'zod';
import type { AgencyChanges } from '../changes/agency-changes.ts';
import { signedPost } from './signed-post.ts';

const LIMIT_MS = 1_500;
const OK = 200;

const turnedAway = z.object({
  errors: z.tuple([z.object({ extensions: z.object({ code: z.literal('UNAUTHENTICATED') }) })]),
});

/** What an agency that is a service of its own tells of what changed. */
export const changesOverHttp = (pool: Pool, secrets: HopSecrets): AgencyChanges => {
  const post = signedPost(pool, secrets);
  const answered = async (response: Awaited<ReturnType<typeof post>>): Promise<unknown> => {
    const { statusCode, body } = response;
    const answer = await body.json();
    if (statusCode === OK) return answer;
    if (turnedAway.safeParse(answer).success)
      throw new RelaisError('UNAUTHENTICATED', 'The agency turns whose token this is away.');
    throw new Error(`Not answered: ${statusCode}`);
  };

  return {
    async changes({ token, since }) {
      const asked = { path: CHANGES_PATH, body: JSON.stringify({ since }), token, limitMs: LIMIT_MS };
      return changesFound.parse(await answered(await post(asked)));
    },
    async newestChange() {
      const asked = { path: NEWEST_CHANGE_PATH, body: '{}', limitMs: LIMIT_MS };
      return newestChange.parse(await answered(await post(asked))).newest;
    },
  };
};
