import { reasonRefusal } from '@relais/platform/corrections/correction.rules.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { Temporal } from 'temporal-polyfill';
import { textRefusal } from '../notes/text.rules.ts';
import type { addReasons, completeReasons, correctTaskReasons } from './task.reasons.ts';
import type { Task } from './task.ts';

type Reader = { readonly sub: string; readonly role: string };

/** Of those who see the family: who has to do it, or all when that is nobody in particular; who added it, and social workers. */
export const mayReadTask = ({ assigneeSub, addedBySub }: Task, { sub, role }: Reader): boolean =>
  role === 'CASEWORKER' || assigneeSub === null || assigneeSub === sub || addedBySub === sub;

/** Not done by the end of its day. */
export const isOverdue = ({ doneAt, dueOn }: Task, today: Temporal.PlainDate): boolean =>
  doneAt === null && Temporal.PlainDate.compare(dueOn, today) < 0;

/** Why a task of a known family cannot be added, or `null`. */
export const addTaskRefusal = (
  { title, dueOn }: Pick<Task, 'title' | 'dueOn'>,
  today: Temporal.PlainDate,
): Word<typeof addReasons> | null => {
  if (Temporal.PlainDate.compare(dueOn, today) < 0) return 'DUE_IN_THE_PAST';
  return textRefusal(title);
};

/** Why a task cannot be ticked off, or `null`. */
export const completeTaskRefusal = (
  task: Task,
  version: number,
  reader: Reader,
): Word<typeof completeReasons> | null => {
  if (!mayReadTask(task, reader)) return 'UNKNOWN_TASK';
  if (task.doneAt) return 'DONE_ALREADY';
  return task.version === version ? null : 'STALE_VERSION';
};

type Correcting = {
  readonly version: number;
  readonly reason: string;
  readonly title: string;
  readonly dueOn: Temporal.PlainDate;
  /** It was ticked off by mistake. */
  readonly isStillToDo: boolean;
};

/** What is still to be done is due today or later; of what is done, or was due that day anyway, nothing is asked. */
const dueRefusal = (
  { dueOn, doneAt }: Pick<Task, 'dueOn' | 'doneAt'>,
  asked: Correcting,
  today: Temporal.PlainDate,
): 'DUE_IN_THE_PAST' | null => {
  if (asked.dueOn.equals(dueOn) || (doneAt && !asked.isStillToDo)) return null;
  return Temporal.PlainDate.compare(asked.dueOn, today) < 0 ? 'DUE_IN_THE_PAST' : null;
};

/** Why a task cannot be put right so, or `null`. */
export const correctTaskRefusal = (
  task: Task,
  asked: Correcting,
  reader: Reader,
  today: Temporal.PlainDate,
): Word<typeof correctTaskReasons> | null => {
  if (!mayReadTask(task, reader)) return 'UNKNOWN_TASK';
  if (task.version !== asked.version) return 'STALE_VERSION';
  if (asked.isStillToDo && !task.doneAt) return 'NOT_DONE';
  return reasonRefusal(asked.reason) ?? textRefusal(asked.title) ?? dueRefusal(task, asked, today);
};
