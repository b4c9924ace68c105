import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Any } from 'typeorm';
import { Task } from './task.ts';

export const lockTask = (tx: Transaction, id: string): Promise<Task | null> =>
  tx.findOne(Task, { where: { id }, lock: { mode: 'for_no_key_update' } });

/** The tasks of these families: what is to be done first, by due day. */
export const tasksOfFamilies = (db: Database, familyIds: string[]): Promise<Task[]> =>
  db.find(Task, {
    where: { familyId: Any(familyIds) },
    order: { doneAt: { direction: 'ASC', nulls: 'first' }, dueOn: 'ASC', id: 'ASC' },
  });

export type TaskPosition = { readonly dueOn: string; readonly id: string } | null;

/** A page of what somebody has still to do, by due day. */
export const openTasksOf = (
  db: Database,
  sub: string,
  after: TaskPosition,
  count: number,
): Promise<Task[]> => {
  const query = db
    .createQueryBuilder(Task, 'task')
    .where('task.assigneeSub = :sub and task.doneAt is null', { sub });
  if (after) query.andWhere('(task.dueOn, task.id) > (:dueOn::date, :id::uuid)', after);
  return query.orderBy('task.dueOn').addOrderBy('task.id').limit(count).getMany();
};
