import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Any, IsNull } from 'typeorm';
import { lockKnownFamily, unknownAs } from '../known-families/known-family.queries.ts';
import type { liftObjectionReasons } from './objection.reasons.ts';
import { Objection } from './objection.ts';

/** All that these families ever objected to, oldest first. */
export const objectionsOfFamilies = (db: Database, familyIds: string[]): Promise<Objection[]> =>
  db.find(Objection, {
    where: { familyId: Any(familyIds) },
    order: { saidOn: 'ASC', recordedAt: 'ASC', id: 'ASC' },
  });

/** As it is once its family is held, for who may change what it objects to. */
export const lockObjection = async (
  tx: Transaction,
  id: string,
  acting: ActingUser,
): Promise<Objection | Refused<Word<typeof liftObjectionReasons>>> => {
  const found = await tx.findOneBy(Objection, { id });
  if (!found) return { refusal: 'UNKNOWN_OBJECTION' };
  const family = await lockKnownFamily(tx, found.familyId, acting, 'objection:write');
  if ('refusal' in family) return unknownAs(family, 'UNKNOWN_OBJECTION');
  return (await tx.findOneBy(Objection, { id })) ?? { refusal: 'UNKNOWN_OBJECTION' };
};

/** The others in force of the same sharing, which a merge of two files may have brought. */
export const othersInForce = (
  tx: Transaction,
  { id, familyId, category, agency }: Objection,
): Promise<Objection[]> =>
  tx
    .findBy(Objection, { familyId, category, agency, liftedOn: IsNull() })
    .then((found) => found.filter((each) => each.id !== id));

const RENAME = `
  update family_objections objection set
    said_by_adult_id = coalesce((select stays from same where goes = said_by_adult_id), said_by_adult_id),
    lift_said_by_adult_id = coalesce((select stays from same where goes = lift_said_by_adult_id), lift_said_by_adult_id)
  where said_by_adult_id in (select goes from same) or lift_said_by_adult_id in (select goes from same)`;

/** Whoever was registered twice said it under one id. */
export const renameSpeakers = async (
  tx: Transaction,
  people: readonly { readonly adultId: string; readonly mergedInto: string }[],
): Promise<void> => {
  await tx.query(
    `with same as (select * from unnest($1::uuid[], $2::uuid[]) as same (goes, stays)) ${RENAME}`,
    [people.map(({ adultId }) => adultId), people.map(({ mergedInto }) => mergedInto)],
  );
};
