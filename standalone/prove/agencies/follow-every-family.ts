import { type AgencyName, agencyNames, type ByAgency } from '../../../subgraphs/agencies.ts';
import { withAgencies } from '../../src/embedded-databases.ts';

/** Where each agency keeps the families it knows. */
export const familiesOf = (agency: AgencyName): string =>
  agency === 'early-childhood' ? 'families' : 'known_families';

const FOLLOW = (agency: AgencyName): string => `
  insert into followers (family_id, sub, relation, from_on, to_on)
  select id, sub, 'TEAM', '2000-01-01', null from ${familiesOf(agency)}, unnest($1::text[]) sub
  on conflict do nothing`;

/**
 * Puts people into the team of every family of a running city, as every agency would have learnt it: whoever follows
 * nobody is answered with nothing, and what answers nothing measures nothing.
 */
export const followEveryFamily = (urls: ByAgency<string>, subs: readonly string[]): Promise<void> =>
  withAgencies(urls, async (clients) => {
    for (const name of agencyNames) {
      const { rowCount } = await clients[name].query(FOLLOW(name), [subs]);
      if (!rowCount) throw new Error(`${name} has no family that ${subs[0]} could follow.`);
    }
  });
