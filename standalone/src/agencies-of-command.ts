import { readConfig } from '@relais/platform/config.ts';
import { z } from 'zod';
import { type AgencyName, agencyNames, byAgency, subgraphs } from '../../subgraphs/agencies.ts';
import { wantedDataDir } from './data-folder.ts';
import { runningDatabases } from './embedded-databases.ts';

/** `EARLY_CHILDHOOD_DATABASE_URL` */
const variableOf = (name: AgencyName): string => `${name.toUpperCase().replaceAll('-', '_')}_DATABASE_URL`;

const urls = z.object(Object.fromEntries(agencyNames.map((name) => [variableOf(name), z.url()])));

/** The three databases that the environment names, else those of the Relais that runs on the data folder. */
const databaseUrls = async () => {
  const isNamed = Object.keys(urls.shape).some((name) => process.env[name]);
  if (!isNamed) return (await runningDatabases(wantedDataDir())).urls;
  const named = readConfig(urls);
  return byAgency((name) => named[variableOf(name)] ?? '');
};

/** All agencies with their databases, for a command that works with each. */
export const agenciesOfCommand = async () => {
  const found = await databaseUrls();
  return subgraphs.map((subgraph) => ({ subgraph, databaseUrl: found[subgraph.name] }));
};
