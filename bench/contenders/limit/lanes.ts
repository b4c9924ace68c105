import type { SessionClaims } from '@relais/platform/auth/ended-sessions.rules.ts';
import { EndedSessions } from '@relais/platform/auth/ended-sessions.ts';
import { recordFrom } from '@relais/platform/records.ts';
import pg from 'pg';
import { agencyNames, type ByAgency } from '../../../subgraphs/agencies.ts';
import { Lane } from './lane.ts';

export type Lanes = ByAgency<Lane>;

export const openLanes = async (urls: ByAgency<string>): Promise<Lanes> =>
  recordFrom(agencyNames, await Promise.all(agencyNames.map((name) => Lane.open(urls[name]))));

export const closeLanes = async (lanes: Lanes): Promise<void> => {
  await Promise.all(Object.values(lanes).map((lane) => lane.close()));
};

export type Revocation = {
  refuseEnded(claims: SessionClaims): Promise<void>;
  close(): Promise<void>;
};

/** Whose sessions were ended, as each agency of the product hears of it. */
export const openRevocation = async (urls: readonly string[]): Promise<Revocation> => {
  const all = await Promise.all(
    urls.map(async (url) => {
      const client = new pg.Client({ connectionString: url, application_name: 'limit sessions' });
      await client.connect();
      const ended = new EndedSessions(client, url);
      await ended.open();
      return { ended, client };
    }),
  );
  return {
    async refuseEnded(claims) {
      for (const { ended } of all) await ended.refuseEnded(claims);
    },
    async close() {
      for (const { ended, client } of all) {
        await ended.close();
        await client.end();
      }
    },
  };
};
