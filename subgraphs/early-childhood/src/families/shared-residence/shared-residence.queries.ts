import type { Database } from '@relais/platform/database/database.ts';
import { id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { changedMeanwhile, type Transaction } from '@relais/platform/database/transaction.ts';
import { Any, MoreThan } from 'typeorm';
import { ResidencePeriod } from './residence-period.ts';
import { SharedResidence } from './shared-residence.ts';

export const sharedResidencesOf = async (
  db: Database,
  childIds: readonly string[],
): Promise<(SharedResidence | null)[]> => {
  const found = await db.findBy(SharedResidence, { childId: Any([...childIds]) });
  const byChild = new Map(found.map((residence) => [residence.childId, residence]));
  return childIds.map((childId) => byChild.get(childId) ?? null);
};

const RuledRow = rowOf({ childId: ['child_id', id] });
const FamilyOfChildRow = rowOf({ childId: ['child_id', id], familyId: ['family_id', id] });

/** The families of each child: that of its file, and the one with which it is shared. */
export const familiesOfEach = async (db: Database, childIds: readonly string[]): Promise<string[][]> => {
  const rows = await rowsOf(
    db,
    FamilyOfChildRow,
    `select ${FamilyOfChildRow.columns} from (
       select id as child_id, family_id from children where id = any($1::uuid[])
       union all
       select child_id, other_family_id from shared_residences where child_id = any($1::uuid[])
     ) of_child`,
    [childIds],
  );
  const of = (id: string) => rows.filter(({ childId }) => childId === id);
  return childIds.map((childId) => of(childId).map(({ familyId }) => familyId));
};

/** Periods that touch a span, in order. */
export const calendarOfChildren = (
  db: Database,
  childIds: string[],
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
): Promise<ResidencePeriod[]> =>
  db
    .createQueryBuilder(ResidencePeriod, 'period')
    .where('period.child_id = any(:childIds)', { childIds })
    .andWhere('tstzrange(period.starts_at, period.ends_at) && tstzrange(:startsAt, :endsAt)', {
      startsAt,
      endsAt,
    })
    .orderBy('period.starts_at')
    .getMany();

/** What is known of a child from a moment on, what has begun before included. */
export const calendarSince = (db: Database, childId: string, since: Date): Promise<ResidencePeriod[]> =>
  db.findBy(ResidencePeriod, { childId, endsAt: MoreThan(since) });

/** Children whose calendar follows from a rule. */
export const childrenWithRules = async (db: Database): Promise<string[]> => {
  const rows = await rowsOf(
    db,
    RuledRow,
    `select ${RuledRow.columns} from shared_residences
     where jsonb_path_exists(rules, '$[*] ? (@.replacedAt == null)') order by child_id`,
  );
  return rows.map(({ childId }) => childId);
};

/** Stores what changes of a residence as its next version; the child is held, so that nobody changes it meanwhile. */
export const storeResidence = async (
  tx: Transaction,
  residence: SharedResidence,
  changes: Partial<Pick<SharedResidence, 'rules' | 'exceptions' | 'endedAt' | 'livesWith'>>,
): Promise<SharedResidence> => {
  const { childId, version } = residence;
  const next = { ...changes, version: version + 1 };
  const { affected } = await tx.update(SharedResidence, { childId, version }, next);
  if (affected !== 1) throw changedMeanwhile();
  return Object.assign(new SharedResidence(), residence, next);
};

/** Ends the calendar of a child at a moment: later periods are dropped, one that has begun is cut. */
export const endCalendar = async (tx: Transaction, childId: string, from: Date): Promise<void> => {
  await tx.query('delete from residence_periods where child_id = $1 and starts_at >= $2', [childId, from]);
  await tx.query('update residence_periods set ends_at = $2 where child_id = $1 and ends_at > $2', [
    childId,
    from,
  ]);
};
