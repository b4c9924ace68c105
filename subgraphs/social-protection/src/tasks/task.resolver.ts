import { CORRECTIONS, Correction } from '@relais/platform/corrections/correction.ts';
import { inMutation } from '@relais/platform/database/transaction.ts';
import {
  connectionOf,
  decodeCursor,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { isUuid } from '@relais/platform/ids.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { isDayText } from '@relais/platform/time/calendar.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { AddTaskInput, AddTaskPayload, addTask } from './add-task.ts';
import { CompleteTaskInput, CompleteTaskPayload, completeTask } from './complete-task.ts';
import { CorrectTaskInput, CorrectTaskPayload, correctTask } from './correct-task.ts';
import { openTasksOf } from './task.queries.ts';
import { isOverdue, mayReadTask } from './task.rules.ts';
import { Task } from './task.ts';

const TaskConnection = connectionOf('Task', () => Task);

@Resolver(() => Task)
export class TaskResolver {
  @Authorized<Permission>('task:read')
  @Query(() => TaskConnection, {
    description: 'What the reader has still to do for families that they follow, by due day.',
  })
  async myTasks(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { db, user, sight }: Context,
  ): Promise<InstanceType<typeof TaskConnection>> {
    const count = pageSizeOf(page) + 1;
    const [dueOn, id] = decodeCursor(page.after, 2, ([day, row]) => isDayText(day) && isUuid(row)) ?? [];
    const whose = { sub: user.sub, seen: sight.filter('task:read' satisfies Permission) };
    const rows = await openTasksOf(db, whose, dueOn && id ? { dueOn, id } : null, count);
    return pageOf(rows, page, (row) => [row.dueOn.toString(), row.id]);
  }

  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family concerned; absent where it is not shared with you.',
  })
  family(@Root() { familyId }: Task): Family {
    return { id: familyId };
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Who is to do it.' })
  assignee(@Root() { assigneeSub }: Task, @Ctx() { loaders }: Context): Promise<Professional | null> {
    return assigneeSub === null ? Promise.resolve(null) : loaders.professionalBySub.load(assigneeSub);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is not done and its last day is over.' })
  isOverdue(@Root() task: Task, @Ctx() { now }: Context): boolean {
    return isOverdue(task, dayOf(now));
  }

  @ListSize(1)
  @FieldResolver(() => [Correction], { description: CORRECTIONS })
  corrections(@Root() { id }: Task, @Ctx() { loaders }: Context): Promise<Correction[]> {
    return loaders.corrections.load(id);
  }

  @Authorized<Permission>('task:write')
  @Mutation(() => AddTaskPayload, { description: 'Adds something to be done for a family.' })
  async addTask(
    @Arg('input', () => AddTaskInput, { description: 'The task.' }) input: AddTaskInput,
    @Ctx() context: Context,
  ): Promise<AddTaskPayload> {
    return AddTaskPayload.of(
      await inMutation(context, (tx, acting) => addTask(tx, input, acting), { tasks_pkey: 'CONFLICT' }),
    );
  }

  @Authorized<Permission>('task:write')
  @Mutation(() => CompleteTaskPayload, { description: 'Ticks off a task.' })
  async completeTask(
    @Arg('input', () => CompleteTaskInput, { description: 'The task.' }) input: CompleteTaskInput,
    @Ctx() context: Context,
  ): Promise<CompleteTaskPayload> {
    return CompleteTaskPayload.of(await inMutation(context, (tx, acting) => completeTask(tx, input, acting)));
  }

  @Authorized<Permission>('task:write')
  @Mutation(() => CorrectTaskPayload, {
    description:
      'Puts right what was written down of a task, also that it was done; what it said before stays readable.',
  })
  async correctTask(
    @Arg('input', () => CorrectTaskInput, { description: 'What was otherwise, and why.' })
    input: CorrectTaskInput,
    @Ctx() context: Context,
  ): Promise<CorrectTaskPayload> {
    return CorrectTaskPayload.of(await inMutation(context, (tx, acting) => correctTask(tx, input, acting)));
  }
}

@Resolver(() => Family)
export class FamilyTasksResolver {
  @Authorized<Permission>('task:read')
  @ListSize(2)
  @FieldResolver(() => [Task], {
    nullable: true,
    description:
      'What is to be done for the family, by due day, then what was done; only what the reader may see.',
  })
  async tasks(@Root() { id }: Family, @Ctx() { loaders, user }: Context): Promise<Task[]> {
    const all = await loaders.tasksOfFamily.load(id);
    return all.filter((task) => mayReadTask(task, user));
  }
}
