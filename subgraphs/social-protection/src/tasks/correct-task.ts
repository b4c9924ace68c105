import type { ActingUser } from '@relais/platform/acting.ts';
import { CorrectionInput, correct } from '@relais/platform/corrections/correct.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { namedColleague, ProfessionalInput } from '../professionals/named-colleague.ts';
import { assigneeRefusal } from './task.changes.ts';
import { lockTask } from './task.queries.ts';
import { correctTaskReasons } from './task.reasons.ts';
import { correctTaskRefusal } from './task.rules.ts';
import { Task } from './task.ts';

@InputType({ description: 'What was written down wrongly of a task; what is absent stays.' })
export class CorrectTaskInput extends CorrectionInput {
  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => String, { nullable: true, description: 'What is to be done.' })
  title?: string | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The last day to do it, today or later while it is to be done.',
  })
  dueOn?: Temporal.PlainDate | null;

  @Field(() => ProfessionalInput, { nullable: true, description: 'Who is to do it.' })
  assignee?: ProfessionalInput | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'It was ticked off by mistake: it is still to do.',
  })
  isStillToDo!: boolean;
}

@ObjectType({ description: 'What came of correcting a task: the task as it stands, or a refusal.' })
export class CorrectTaskPayload extends payloadOf(
  'CorrectTask',
  correctTaskReasons,
  'Why nothing was changed; absent when it was.',
) {
  @Field(() => Task, {
    nullable: true,
    description: 'The task; what it said before is in its `corrections`.',
  })
  task?: Task;
}

type Result = { task: Task } | Refused<Word<typeof correctTaskReasons>>;

const namesOfColumns = { assigneeSub: 'assignee' };

/** What changes of it; who may do it is asked of whoever is named only. */
const changesOf = async (
  tx: Transaction,
  task: Task,
  { assignee: named, isStillToDo, ...input }: CorrectTaskInput,
  acting: ActingUser,
): Promise<Partial<Task> | Refused<Word<typeof correctTaskReasons>>> => {
  const assignee = named ? await namedColleague(tx, named, acting.user) : null;
  const refusal = named ? await assigneeRefusal(tx, assignee, task.familyId, acting) : null;
  if (refusal) return { refusal };
  return {
    title: input.title ?? task.title,
    dueOn: input.dueOn ?? task.dueOn,
    assigneeSub: assignee?.sub ?? task.assigneeSub,
    ...(isStillToDo && { doneAt: null, doneBySub: null }),
  };
};

export const correctTask = async (
  tx: Transaction,
  input: CorrectTaskInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now, user } = acting;
  const task = await lockTask(tx, input.taskId, acting);
  if ('refusal' in task) return task;
  const asked = { ...input, title: input.title ?? task.title, dueOn: input.dueOn ?? task.dueOn };
  const refusal = correctTaskRefusal(task, asked, user, dayOf(now));
  if (refusal) return { refusal };
  const changes = await changesOf(tx, task, input, acting);
  if ('refusal' in changes) return changes;
  if (!wouldChange(task, changes)) return { task };

  const { familyId } = task;
  const what = { familyId, changes, reason: input.reason, names: namesOfColumns };
  return { task: await correct(tx, Task, task, what, acting) };
};
