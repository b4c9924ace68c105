import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Any } from 'typeorm';
import { lockKnownFamily, unknownAs } from '../known-families/known-family.queries.ts';
import type { correctInformationReasons } from './information-given.reasons.ts';
import { InformationGiven } from './information-given.ts';

/** All that these families were told, newest first, and what of it was put right. */
export const informationOfFamilies = (db: Database, familyIds: string[]): Promise<InformationGiven[]> =>
  db.find(InformationGiven, {
    where: { familyId: Any(familyIds) },
    order: { givenOn: 'DESC', recordedAt: 'DESC', id: 'DESC' },
  });

/** As it is once its family is held, for who may write down what the family was told. */
export const lockInformation = async (
  tx: Transaction,
  id: string,
  acting: ActingUser,
): Promise<InformationGiven | Refused<Word<typeof correctInformationReasons>>> => {
  const found = await tx.findOneBy(InformationGiven, { id });
  if (!found) return { refusal: 'UNKNOWN_INFORMATION_GIVEN' };
  const family = await lockKnownFamily(tx, found.familyId, acting, 'information:write');
  if ('refusal' in family) return unknownAs(family, 'UNKNOWN_INFORMATION_GIVEN');
  return (await tx.findOneBy(InformationGiven, { id })) ?? { refusal: 'UNKNOWN_INFORMATION_GIVEN' };
};

const RENAME = `
  update information_given set adult_id = same.stays
  from unnest($1::uuid[], $2::uuid[]) same (goes, stays) where adult_id = same.goes`;

/** An adult who was registered twice was told all of it under one id. */
export const renameInformed = async (
  tx: Transaction,
  people: readonly { readonly adultId: string; readonly mergedInto: string }[],
): Promise<void> => {
  await tx.query(RENAME, [people.map(({ adultId }) => adultId), people.map(({ mergedInto }) => mergedInto)]);
};
