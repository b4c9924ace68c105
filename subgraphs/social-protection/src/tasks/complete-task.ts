import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { signedInProfessional } from '../professionals/know-professional.ts';
import { lockTask } from './task.queries.ts';
import { completeReasons } from './task.reasons.ts';
import { completeTaskRefusal } from './task.rules.ts';
import { Task } from './task.ts';

@InputType({ description: 'A task that is done.' })
export class CompleteTaskInput {
  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => Int, { description: 'The version that was seen; a newer one on record refuses the change.' })
  version!: number;
}

@ObjectType({ description: 'What came of ticking off a task.' })
export class CompleteTaskPayload extends payloadOf(
  'CompleteTask',
  completeReasons,
  'Why nothing was changed; absent when something was.',
) {
  @Field(() => Task, { nullable: true, description: 'The task, done.' })
  task?: Task;
}

type Result = { task: Task } | Refused<Word<typeof completeReasons>>;

export const completeTask = async (
  tx: Transaction,
  { taskId, version }: CompleteTaskInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now, user } = acting;
  const task = await lockTask(tx, taskId, acting);
  if ('refusal' in task) return task;
  const refusal = completeTaskRefusal(task, version, user);
  if (refusal) return { refusal };

  await signedInProfessional(tx, user);
  return { task: await store(tx, Task, task, { doneAt: now, doneBySub: user.sub }) };
};
