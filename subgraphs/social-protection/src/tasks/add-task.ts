import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { forSurvivor } from '../known-families/known-family.queries.ts';
import { namedColleague, ProfessionalInput } from '../professionals/named-colleague.ts';
import { assigneeRefusal } from './task.changes.ts';
import { addReasons } from './task.reasons.ts';
import { addTaskRefusal } from './task.rules.ts';
import { Task } from './task.ts';

@InputType({ description: 'Something to be done for a family.' })
export class AddTaskInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending twice records once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => String, { description: 'What is to be done.' })
  title!: string;

  @Field(() => CivilDate, { description: 'The last day to do it, today or later.' })
  dueOn!: Temporal.PlainDate;

  @Field(() => ProfessionalInput, {
    nullable: true,
    description: 'Who is to do it; you yourself when absent.',
  })
  assignee?: ProfessionalInput | null;
}

@ObjectType({ description: 'What came of adding a task: the task, or a refusal.' })
export class AddTaskPayload extends payloadOf(
  'AddTask',
  addReasons,
  'Why nothing was recorded; absent when something was.',
) {
  @Field(() => Task, { nullable: true, description: 'The task.' })
  task?: Task;
}

type Result = { task: Task } | Refused<Word<typeof addReasons>>;

type Adding = Pick<Task, 'familyId' | 'title' | 'dueOn' | 'addedBySub'> & { readonly assigneeSub?: string };

const isSame = (task: Task, { familyId, title, dueOn, addedBySub, assigneeSub }: Adding): boolean =>
  task.addedBySub === addedBySub &&
  task.familyId === familyId &&
  task.title === title &&
  task.dueOn.equals(dueOn) &&
  task.assigneeSub === assigneeSub;

export const addTask = async (tx: Transaction, asked: AddTaskInput, acting: ActingUser): Promise<Result> => {
  const { now, user } = acting;
  const input = await forSurvivor(tx, asked, acting, 'task:write');
  if ('refusal' in input) return input;
  const { familyId, title, dueOn } = input;
  const assignee = await namedColleague(tx, input.assignee, user);
  const adding = {
    familyId,
    title,
    dueOn,
    addedBySub: user.sub,
    ...(assignee && { assigneeSub: assignee.sub }),
  };
  const sent = await sentBefore(tx, Task, input.id, (each) => isSame(each, adding));
  if (sent === 'CONFLICT') return { refusal: sent };
  if (sent) return { task: sent };
  const refusal =
    addTaskRefusal(input, dayOf(now)) ?? (await assigneeRefusal(tx, assignee, familyId, acting));
  if (refusal) return { refusal };

  const added = { addedAt: now, doneAt: null, doneBySub: null, version: 1 };
  const task = tx.create(Task, { id: input.id ?? newId(), ...adding, ...added });
  await tx.insert(Task, task);
  return { task };
};
