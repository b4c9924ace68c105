import { z } from 'zod';
import { ConfigError, type Environment } from '../config.ts';
import { isOpenToOthers } from './connection.rules.ts';

/** Where the database of an agency is, as every program of it is told. */
export const databaseSettings = {
  /** As the role of the service, which owns nothing. */
  DATABASE_URL: z.url(),
  /** Where it is not written in the address. */
  DATABASE_PASSWORD: z.string().optional(),
} as const;

/** The same as the owner of the tables. */
export const ownerSettings = {
  MIGRATIONS_DATABASE_URL: z.url(),
  MIGRATIONS_DATABASE_PASSWORD: z.string().optional(),
} as const;

type Address = { readonly name: string; readonly url: string; readonly password?: string | undefined };

const addressOf = ({ name, url, password }: Address, { NODE_ENV }: Environment): string => {
  if (NODE_ENV === 'production' && isOpenToOthers(url))
    throw new ConfigError([`${name}: outside this machine sslmode=verify-full is needed`]);
  if (password === undefined) return url;
  const whole = new URL(url);
  whole.password = encodeURIComponent(password);
  return whole.toString();
};

const service = z.object(databaseSettings);
const owner = z.object(ownerSettings);

/** The address of the service's role; in production nobody on the way reads or answers what is asked there. */
export const serviceAddress = (
  { DATABASE_URL: url, DATABASE_PASSWORD: password }: z.output<typeof service>,
  environment: Environment = process.env,
): string => addressOf({ name: 'DATABASE_URL', url, password }, environment);

/** The same of the owner. */
export const ownerAddress = (
  { MIGRATIONS_DATABASE_URL: url, MIGRATIONS_DATABASE_PASSWORD: password }: z.output<typeof owner>,
  environment: Environment = process.env,
): string => addressOf({ name: 'MIGRATIONS_DATABASE_URL', url, password }, environment);
