import { subgraph as earlyChildhood } from '@relais/early-childhood/subgraph.ts';
import { subgraph as employment } from '@relais/employment/subgraph.ts';
import { readConfig } from '@relais/platform/config.ts';
import { eventsCommand } from '@relais/platform/events/command.ts';
import { subgraph as socialProtection } from '@relais/social-protection/subgraph.ts';
import { z } from 'zod';
import { wantedDataDir } from './data-folder.ts';
import { runningDatabaseUrls } from './embedded-databases.ts';

const urls = z.object({
  EARLY_CHILDHOOD_DATABASE_URL: z.url(),
  SOCIAL_PROTECTION_DATABASE_URL: z.url(),
  EMPLOYMENT_DATABASE_URL: z.url(),
});

/** The three databases that the environment names, else those of the Relais that runs on the data folder. */
const databaseUrls = async () => {
  const isNamed = Object.keys(urls.shape).some((name) => process.env[name]);
  if (!isNamed) return runningDatabaseUrls(wantedDataDir());
  const named = readConfig(urls);
  return {
    'early-childhood': named.EARLY_CHILDHOOD_DATABASE_URL,
    'social-protection': named.SOCIAL_PROTECTION_DATABASE_URL,
    employment: named.EMPLOYMENT_DATABASE_URL,
  };
};

/** `npm run events -- lag | replay | rebuild`: what the agencies owe each other, and how to tell it again. */
void eventsCommand(async () => {
  const found = await databaseUrls();
  return [
    { subgraph: earlyChildhood, databaseUrl: found['early-childhood'] },
    { subgraph: socialProtection, databaseUrl: found['social-protection'] },
    { subgraph: employment, databaseUrl: found.employment },
  ];
});
