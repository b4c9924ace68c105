import type { Transaction } from '@relais/platform/database/transaction.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Acting } from '../support-team/join-support-team.ts';
import { signedInProfessional } from '../support-team/know-professional.ts';
import { completeTaskMessages } from './task.messages.ts';
import { lockTask } from './task.queries.ts';
import { type CompleteTaskReason, completeTaskRefusal } from './task.rules.ts';
import { Task } from './task.ts';

@InputType({ description: 'A task that is done.' })
export class CompleteTaskInput {
  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => Int, { description: 'The version that was seen; a newer one on record refuses the change.' })
  version!: number;
}

export const CompleteTaskRefusal = refusalOfCatalogue<CompleteTaskReason>(
  'CompleteTaskRefusal',
  {
    UNKNOWN_TASK: 'There is no such task.',
    STALE_VERSION: 'Somebody changed the task meanwhile: read it again.',
    DONE_ALREADY: 'The task is done already.',
  },
  completeTaskMessages,
);

@ObjectType({ description: 'What came of ticking off a task.' })
export class CompleteTaskPayload {
  @Field(() => Task, { nullable: true, description: 'The task, done.' })
  task!: Task | null;

  @Field(() => CompleteTaskRefusal, { nullable: true, description: 'Why nothing was changed.' })
  refusal!: InstanceType<typeof CompleteTaskRefusal> | null;
}

export type CompleteTaskResult = { task: Task } | { refusal: CompleteTaskReason };

export const completeTask = async (
  tx: Transaction,
  { taskId, version }: CompleteTaskInput,
  { now, user }: Acting,
): Promise<CompleteTaskResult> => {
  const task = await lockTask(tx, taskId);
  const refusal = completeTaskRefusal(task, version, user);
  if (!task || refusal) return { refusal: refusal ?? 'UNKNOWN_TASK' };

  await signedInProfessional(tx, user);
  const done = { doneAt: now, doneBySub: user.sub, version: version + 1 };
  await tx.update(Task, taskId, done);
  return { task: tx.create(Task, { ...task, ...done }) };
};
