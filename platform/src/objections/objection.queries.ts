import type { AgencyKind } from '../auth/agencies.ts';
import { hasRows } from '../database/rows.ts';
import type { Transaction } from '../database/transaction.ts';
import type { RelaisEvent } from '../events/event.ts';
import { boundEvents, kindsBetween, servicesKeeping, typesTelling } from './bound-events.ts';

/** That a category is not to be shared with an agency. */
export type Objected = { readonly category: AgencyKind; readonly agency: AgencyKind };

/** All to which a family objects, as social-protection tells it. */
export type ToldObjections = {
  readonly familyId: string;
  readonly objections: readonly Objected[];
};

/**
 * One holds the objections of a family to change them, many to take an event that they may bind: none of what is on its way
 * is stored beside an objection that does not see it yet. Taken before any row is.
 */
const HOLD_ALONE = `
  select pg_advisory_xact_lock(hashtextextended(family_id, 2)) from unnest($1::text[]) as held (family_id)`;
const HOLD_TOGETHER = 'select hold_objections_together($1)';

const REPLACE = `
  with told as (
    select category, agency from jsonb_to_recordset($2::jsonb) as said (category text, agency text)
  ), gone as (
    delete from objections where family_id = $1 and (category, agency) not in (select category, agency from told)
  )
  insert into objections (family_id, category, agency) select distinct $1::uuid, category, agency from told
  on conflict do nothing`;

/** Holds what these families object to until commit. */
export const holdObjections = async (tx: Transaction, familyIds: readonly string[]): Promise<void> => {
  await tx.query(HOLD_ALONE, [familyIds.toSorted()]);
};

/** Puts these in the place of what was known, and holds them until commit. */
export const replaceObjections = async (
  tx: Transaction,
  { familyId, objections }: ToldObjections,
): Promise<void> => {
  await holdObjections(tx, [familyId]);
  await tx.query(REPLACE, [familyId, JSON.stringify(objections)]);
};

/** What the merged file's family objected to binds both: events that name the file that was dropped may be on their way. */
const COPY = `
  insert into objections (family_id, category, agency)
  select $2, category, agency from objections where family_id = $1
  on conflict do nothing`;

export const copyObjections = async (
  tx: Transaction,
  familyId: string,
  survivorId: string,
): Promise<void> => {
  await tx.query(COPY, [familyId, survivorId]);
};

const FORGET_TOLD = 'delete from outbox where family_id = $1 and type = any($2)';
const FORGET_LETTERS = `
  delete from dead_letters using files_before($1) before
  where subject = before.id
    and (type = any($2) and before.until = 'infinity'
      or about = dead_letters.id::text and coalesce(told_at, arrived_at) <= before.until)
    and ($3 or source = any($4))`;

/**
 * What lies in an agency's own post and may not be known there: what it told, sent or not, and what it could not take. Of a type that
 * it does not know nobody can say that it is not bound: such a letter, which is about nothing but itself, goes too. Also one that names
 * a file which was merged into this one, or, told before, off which this one was split: what it tells may be this family's.
 */
export const forgetPost = async (
  tx: Transaction,
  familyId: string,
  { category, agency }: Objected,
  kind: AgencyKind,
): Promise<void> => {
  const isOurs = agency === kind;
  const types = typesTelling(category);
  if (isOurs) await tx.query(FORGET_TOLD, [familyId, types]);
  await tx.query(FORGET_LETTERS, [familyId, types, isOurs, servicesKeeping(agency)]);
};

/** The sender has not heard of an objection yet, or we have not that it was lifted: it is told again, or withheld. */
export class NotToBeShared extends Error {
  constructor(type: string) {
    super(`The family objects to what ${type} tells.`);
    this.name = 'NotToBeShared';
  }
}

/** What is told of a file that was merged is the survivor's, which may have objected since, or no longer does. */
const OF_THE_FAMILY = 'family_id = file_going_on($1)';
const BINDS = `select from objections where ${OF_THE_FAMILY} and category = any($2) and agency = any($3)`;

const BINDS_ANYTHING = `select from objections where ${OF_THE_FAMILY} and agency = any($2)`;

/** Whether a family objects to anything between who tells and us. */
export const isAnythingObjected = async (
  tx: Transaction,
  { source, subject }: RelaisEvent,
  receiver: string,
): Promise<boolean> => {
  await tx.query(HOLD_TOGETHER, [subject]);
  return hasRows(tx, BINDS_ANYTHING, [subject, kindsBetween(source, receiver)]);
};

/** Keeps out what a family objects to sharing with us. */
export const refuseObjected = async (
  tx: Transaction,
  event: RelaisEvent,
  receiver: string,
): Promise<void> => {
  const categories = boundEvents[event.type];
  if (!categories) return;
  await tx.query(HOLD_TOGETHER, [event.subject]);
  const kinds = kindsBetween(event.source, receiver);
  if (await hasRows(tx, BINDS, [event.subject, categories, kinds])) throw new NotToBeShared(event.type);
};
