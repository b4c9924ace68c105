import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { grouped } from '@relais/platform/database/loaders.ts';
import {
  id as anId,
  day,
  instant,
  instantInJson,
  type RowFrom,
  rowOf,
  rowsOf,
} from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { ofShape, type Relation, related } from '@relais/platform/reading/relation.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { whoTheChildIs } from '../known-families/known-child.queries.ts';
import { lockKnownFamily, unknownAs } from '../known-families/known-family.queries.ts';
import type { entitlementReasons } from './entitlement.reasons.ts';
import { entitlementsAsOf } from './entitlement.rules.ts';
import { Entitlement, type EntitlementFile } from './entitlement.ts';
import { State } from './entitlement-status.ts';
import { InformationSource } from './information-source.ts';
import { Scheme } from './scheme.ts';

const StateRow = rowOf({
  id: ['state.id', anId],
  entitlementId: ['state.entitlement_id', anId],
  version: ['state.version', z.int()],
  state: ['state.state', z.enum(State)],
  monthlyAmountCents: ['state.monthly_amount_cents', z.int().nullable()],
  from: ['state.from_on', day],
  reason: ['state.reason', z.string().nullable()],
  statedOn: ['state.stated_on', day.nullable()],
  recordedAt: ['state.recorded_at', instantInJson],
  recordedBy: ['state.recorded_by', z.string()],
});
const ConfirmationRow = rowOf({ statedOn: ['stated_on', day], recordedAt: ['recorded_at', instantInJson] });
const FileRow = rowOf({
  id: ['entitlement.id', anId],
  familyId: ['entitlement.family_id', anId],
  adultId: ['entitlement.adult_id', anId.nullable()],
  childId: [whoTheChildIs('entitlement.child_id'), anId.nullable()],
  scheme: ['entitlement.scheme', z.enum(Scheme)],
  source: ['entitlement.source', z.enum(InformationSource)],
  sourceNumber: ['entitlement.source_number', z.string().nullable()],
  version: ['entitlement.version', z.int()],
  mistakenAt: ['entitlement.mistaken_at', instant.nullable()],
  states: [`jsonb_agg(${StateRow.json} order by state.version)`, StateRow.type.array()],
  confirmations: [
    `(select coalesce(jsonb_agg(${ConfirmationRow.json}), '[]')
      from entitlement_confirmations where entitlement_id = entitlement.id)`,
    ConfirmationRow.type.array(),
  ],
});

/** An entitlement and its whole history come as one row, so any number of families costs one statement. */
const filesWhere = (condition: string): string => `
  join entitlement_states state on state.entitlement_id = entitlement.id
  where ${condition}
  group by entitlement.id
  order by entitlement.scheme, entitlement.id`;

const fileOf = (row: RowFrom<typeof FileRow>): EntitlementFile => ({
  ...row,
  states: row.states.map((state) => ({ ...state, to: null })),
});

const files = (column: 'family_id' | 'id'): Relation<RowFrom<typeof FileRow>, EntitlementFile[]> => ({
  hydration: () => ofShape('entitlements', FileRow),
  alias: 'entitlement',
  rest: (keys) => filesWhere(`entitlement.${column} = any(${keys})`),
  values: (keys, found) =>
    grouped(
      keys,
      found.map(({ record }) => fileOf(record)),
      (file) => (column === 'id' ? file.id : file.familyId),
    ),
});

/** Every entitlement of a family, with all states ever recorded. */
export const entitlementFilesOfFamily = files('family_id');
const entitlementFileById = files('id');

export const entitlementFilesOfFamilies = async (
  db: Database,
  familyIds: string[],
): Promise<EntitlementFile[]> => (await related(db, entitlementFilesOfFamily, familyIds)).flat();

export const entitlementFile = async (db: Database, id: string): Promise<EntitlementFile | null> =>
  (await related(db, entitlementFileById, [id])).flat()[0] ?? null;

const OwnerRow = rowOf({ id: ['id', anId], familyId: ['family_id', anId] });

/** Of which families these are; whoever may not see them is told nothing of it. */
export const ownersOfEntitlements = (db: Database, ids: string[]): Promise<RowFrom<typeof OwnerRow>[]> =>
  rowsOf(db, OwnerRow, `select ${OwnerRow.columns} from entitlements where id = any($1::uuid[])`, [ids]);

/** An entitlement as of a day, with all files of its family, since another of them may say otherwise. */
export const entitlementAsOf = async (
  db: Database,
  { id, familyId }: Pick<Entitlement, 'id' | 'familyId'>,
  day: Temporal.PlainDate,
): Promise<Entitlement | null> => {
  const ofFamily = await entitlementFilesOfFamilies(db, [familyId]);
  return entitlementsAsOf(ofFamily, day).find((each) => each.id === id) ?? null;
};

/** As it is once its family is held, so that states follow one another, for who may change its benefits. */
export const lockEntitlement = async (
  tx: Transaction,
  id: string,
  acting: ActingUser,
): Promise<EntitlementFile | Refused<Word<typeof entitlementReasons>>> => {
  const entitlement = await tx.findOneBy(Entitlement, { id });
  if (!entitlement) return { refusal: 'UNKNOWN_ENTITLEMENT' };
  const family = await lockKnownFamily(tx, entitlement.familyId, acting, 'benefits:write');
  if ('refusal' in family) return unknownAs(family, 'UNKNOWN_ENTITLEMENT');
  return (await entitlementFile(tx, id)) ?? { refusal: 'UNKNOWN_ENTITLEMENT' };
};
