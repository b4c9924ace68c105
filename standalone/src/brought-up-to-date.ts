import { createHash } from 'node:crypto';
import { rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type pg from 'pg';
import { z } from 'zod';

/**
 * What brought the databases to where they stand. It is noted as a comment on each of them, and so is copied, kept and
 * lost with what it tells of: a start that finds itself in it brings nothing up to date (docs/decisions/0083-…).
 */
type Makers = {
  /** The code, by what it was compiled to (`run.mjs`); nothing of sources that run as they are. */
  readonly code: string | undefined;
  /** The passwords of the roles, by what cannot be turned back; a copy of the databases gets its own. */
  readonly passwords: string;
};

const NOBODY = '-';

export const makersOf = (passwords: object, code = process.env.RELAIS_CODE): Makers => ({
  code: code || undefined,
  passwords: createHash('sha256').update(JSON.stringify(passwords)).digest('hex'),
});

const NotedRow = rowOf({ noted: ["coalesce(shobj_description(oid, 'pg_database'), '')", z.string()] });
const NOTED = `select ${NotedRow.columns} from pg_database where datname = any($1)`;

type UpToDate = {
  /** The tables are those of this code, and the city stands. */
  readonly isMade: boolean;
  readonly hasPasswords: boolean;
};

export const upToDate = async (
  client: pg.ClientBase,
  databases: readonly string[],
  { code, passwords }: Makers,
): Promise<UpToDate> => {
  const rows = await rowsOf(client, NotedRow, NOTED, [databases]);
  const isEach = (is: (noted: string) => boolean): boolean =>
    rows.length === databases.length && rows.every(({ noted }) => is(noted));
  return {
    isMade: code !== undefined && isEach((noted) => noted.startsWith(`${code} `)),
    hasPasswords: isEach((noted) => noted.endsWith(` ${passwords}`)),
  };
};

export const noteMakers = async (
  client: pg.ClientBase,
  databases: readonly string[],
  { code = NOBODY, passwords }: Makers,
): Promise<void> => {
  const noted = client.escapeLiteral(`${code} ${passwords}`);
  for (const database of databases) await client.query(`comment on database ${database} is ${noted}`);
};
