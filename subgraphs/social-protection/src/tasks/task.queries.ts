import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { namedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import { Any } from 'typeorm';
import { lockKnownFamily, unknownAs } from '../known-families/known-family.queries.ts';
import type { taskReasons } from './task.reasons.ts';
import { Task } from './task.ts';

/** As it is once its family is held, for who may change what is to be done there. */
export const lockTask = async (
  tx: Transaction,
  id: string,
  acting: ActingUser,
): Promise<Task | Refused<Word<typeof taskReasons>>> => {
  const found = await tx.findOneBy(Task, { id });
  if (!found) return { refusal: 'UNKNOWN_TASK' };
  const family = await lockKnownFamily(tx, found.familyId, acting, 'task:write');
  if ('refusal' in family) return unknownAs(family, 'UNKNOWN_TASK');
  const lock = { mode: 'for_no_key_update' } as const;
  return (await tx.findOne(Task, { where: { id }, lock })) ?? { refusal: 'UNKNOWN_TASK' };
};

/** The tasks of these families: what is to be done first, by due day. */
export const tasksOfFamilies = (db: Database, familyIds: string[]): Promise<Task[]> =>
  db.find(Task, {
    where: { familyId: Any(familyIds) },
    order: { doneAt: { direction: 'ASC', nulls: 'first' }, dueOn: 'ASC', id: 'ASC' },
  });

export type TaskPosition = { readonly dueOn: string; readonly id: string } | null;

/** A page of what somebody has still to do for families they see, by due day. */
export const openTasksOf = (
  db: Database,
  { sub, seen }: { readonly sub: string; readonly seen: SeenFilter },
  after: TaskPosition,
  count: number,
): Promise<Task[]> => {
  const query = db
    .createQueryBuilder(Task, 'task')
    .where('task.assigneeSub = :sub and task.doneAt is null', { sub });
  const reader = {};
  query.andWhere(seen('task.family_id', namedIn(reader)), reader);
  if (after) query.andWhere('(task.dueOn, task.id) > (:dueOn::date, :id::uuid)', after);
  return query.orderBy('task.dueOn').addOrderBy('task.id').limit(count).getMany();
};
