import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../database/database.ts';
import { hasRows } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Follower, FollowerRelation } from './follower.ts';

/** All that one agency says of who follows a family. */
export type ToldFollowers = {
  readonly familyId: string;
  readonly relations: readonly FollowerRelation[];
  readonly followers: readonly Follower[];
};

/** Answers a row for each that went, came or ends another day: none when all is as it was. */
const REPLACE = `
  with told as (
    select distinct on (sub, relation, from_on, adult_id) sub, relation, from_on, to_on, adult_id, until
    from jsonb_to_recordset($3::jsonb)
      as said (sub text, relation text, from_on date, to_on date, adult_id uuid, until timestamptz)
    where relation = any($2) and (to_on is null or from_on < to_on)
    order by sub, relation, from_on, adult_id, to_on desc nulls first, until desc
  ), gone as (
    delete from followers kept where family_id = $1 and relation = any($2)
      and not exists (select from told
        where (told.sub, told.relation, told.from_on) = (kept.sub, kept.relation, kept.from_on)
          and told.adult_id is not distinct from kept.adult_id)
    returning sub
  ), here as (
    insert into followers as kept (family_id, sub, relation, from_on, to_on, adult_id, until)
    select $1, sub, relation, from_on, to_on, adult_id, until from told
    on conflict (family_id, sub, relation, from_on, adult_id)
      do update set to_on = excluded.to_on, until = excluded.until
      where (kept.to_on, kept.until) is distinct from (excluded.to_on, excluded.until)
    returning sub
  )
  select sub from gone union all select sub from here`;

/** Puts these in the place of all that follow the family by these relations; answers whether anything is other than before. */
export const replaceFollowers = (
  tx: Transaction,
  { familyId, relations, followers }: ToldFollowers,
): Promise<boolean> => {
  const rows = followers.map(({ sub, relation, from, to, adultId, until }) => ({
    ...{ sub, relation, from_on: from, to_on: to, until },
    // For whose sake is said of advisors only.
    adult_id: relation === 'ADVISOR' ? adultId : null,
  }));
  return hasRows(tx, REPLACE, [familyId, relations, JSON.stringify(rows)]);
};

const ADD = `
  insert into followers (family_id, sub, relation, from_on, to_on, adult_id) values ($1, $2, $3, $4, $5, $6)
  on conflict (family_id, sub, relation, from_on, adult_id) do nothing`;

/** Somebody more, until the owner of the relation says who follows the family. */
export const addFollower = async (
  tx: Transaction,
  familyId: string,
  { sub, relation, from, to, adultId }: Follower,
): Promise<void> => {
  await tx.query(ADD, [familyId, sub, relation, from, to, adultId ?? null]);
};

const COPY_RESTRICTION = `
  insert into followers (family_id, sub, relation, from_on, to_on, adult_id, until)
  select $2, sub, relation, from_on, to_on, adult_id, until from followers
  where family_id = $1 and relation in ('NAMED', 'BARRED')
  on conflict (family_id, sub, relation, from_on, adult_id) do nothing`;

/** A file that is split off a restricted one is restricted to the same, and kept from the same. */
export const copyRestriction = async (tx: Transaction, familyId: string, newId: string): Promise<void> => {
  await tx.query(COPY_RESTRICTION, [familyId, newId]);
};

const FOLLOWED = `
  select from followers where family_id = $1 and sub = $2 and from_on <= $3 and (to_on is null or $3 < to_on)
    and relation <> 'BREAK_GLASS'
  having count(*) > 0 and not bool_or(relation = 'BARRED')`;

/** Whether somebody follows a family on a day, by whatever relation that lasts, and is not barred from its file. */
export const isFollowedBy = (
  db: Database,
  familyId: string,
  sub: string,
  day: Temporal.PlainDate,
): Promise<boolean> => hasRows(db, FOLLOWED, [familyId, sub, day.toString()]);

const MOVE = `
  with moved as (delete from followers where family_id = $1 returning sub, relation, from_on, to_on, adult_id, until)
  insert into followers (family_id, sub, relation, from_on, to_on, adult_id, until)
  select $2, sub, relation, from_on, to_on, adult_id, until from moved
  on conflict (family_id, sub, relation, from_on, adult_id) do nothing`;

/** Whoever follows both files follows the one that stays, from the same day on once. */
export const moveFollowers = async (tx: Transaction, familyId: string, survivorId: string): Promise<void> => {
  await tx.query(MOVE, [familyId, survivorId]);
};
