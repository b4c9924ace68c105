import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { instant, rowOf, rowsOf } from '../database/rows.ts';
import { administrator, isAdmitted, type User } from './user.ts';

/** Whose sessions somebody wants to end. */
export const whose = z.object({ sub: z.string().min(1).max(255) });

/** For whom a person works, as their last token here said, and since when it has. */
export const worksFor = z.object({ agency: z.string(), since: z.iso.datetime() });
export type WorksFor = z.output<typeof worksFor>;

const NOTE = `
  insert into signed_in (sub, agency, since) values ($1, $2, now())
  on conflict (sub) do update set agency = excluded.agency, since = excluded.since
    where signed_in.agency <> excluded.agency`;

/** Of everybody who asks: centre staff, auditors and systems are in no directory. */
export const noteAgency = async (
  db: Pick<Database, 'query'>,
  { sub, agency }: Pick<User, 'sub' | 'agency'>,
): Promise<void> => {
  await db.query(NOTE, [sub, agency]);
};

const SignedInRow = rowOf({ agency: ['agency', z.string()], since: ['since', instant] });
const AGENCY_OF = `select ${SignedInRow.columns} from signed_in where sub = $1`;

/** Told to administrators alone, who end the sessions of people of their own agency. */
export const agencyOf = async (db: Database, user: User, sub: string): Promise<WorksFor | null> => {
  if (!administrator(user) || !isAdmitted(user)) return null;
  const [known] = await rowsOf(db, SignedInRow, AGENCY_OF, [sub]);
  return known ? { agency: known.agency, since: known.since.toISOString() } : null;
};
