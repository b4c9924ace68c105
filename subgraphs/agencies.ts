import { recordFrom } from '@relais/platform/records.ts';
import type { Subgraph } from '@relais/platform/subgraph.ts';
import { subgraph as earlyChildhood } from './early-childhood/src/subgraph.ts';
import { subgraph as employment } from './employment/src/subgraph.ts';
import { subgraph as socialProtection } from './social-protection/src/subgraph.ts';

/** The agencies of the graph, each with the port of its service. Whoever speaks of all of them reads them here. */
export const agencies = [
  { subgraph: earlyChildhood, port: 4001 },
  { subgraph: socialProtection, port: 4002 },
  { subgraph: employment, port: 4003 },
] as const;

type Agency = (typeof agencies)[number];
export type AgencyName = Agency['subgraph']['name'];
export type ByAgency<Value> = Readonly<Record<AgencyName, Value>>;

export const subgraphs: readonly Subgraph<AgencyName>[] = agencies.map(({ subgraph }) => subgraph);
export const agencyNames: readonly AgencyName[] = subgraphs.map(({ name }) => name);

/** Something for each agency, by its name. */
export const byAgency = <Value>(make: (name: AgencyName) => Value): ByAgency<Value> =>
  recordFrom(agencyNames, agencyNames.map(make));

/** The same where it takes time: for all at once. */
export const everyAgency = async <Value>(
  make: (subgraph: Subgraph<AgencyName>) => Promise<Value>,
): Promise<ByAgency<Value>> => recordFrom(agencyNames, await Promise.all(subgraphs.map(make)));
