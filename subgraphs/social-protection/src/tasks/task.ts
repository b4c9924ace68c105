import { civilDate } from '@relais/platform/database/columns.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'Something to be done for a family by a day.' })
@Entity('tasks')
@Index('tasks_by_family', ['familyId', 'dueOn'])
@Index('tasks_by_assignee', ['assigneeSub', 'dueOn', 'id'])
@Index('tasks_by_adder', ['addedBySub'])
@Index('tasks_by_doer', ['doneBySub'], { where: 'done_by_sub is not null' })
@Check('tasks_done_as_a_whole', '(done_at is null) = (done_by_sub is null)')
export class Task {
  @Field(() => ID, { description: 'Identifies the task.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tasks_pkey' })
  id!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Field(() => String, { description: 'What is to be done.' })
  @Column('text')
  title!: string;

  @Field(() => CivilDate, { description: 'The last day to do it.' })
  @Column({ ...civilDate, name: 'due_on' })
  dueOn!: Temporal.PlainDate;

  @ForeignKey(() => Professional, 'sub', { name: 'tasks_assignee_fkey' })
  @Column('text', { name: 'assignee_sub', nullable: true })
  assigneeSub!: string | null;

  @ForeignKey(() => Professional, 'sub', { name: 'tasks_adder_fkey' })
  @Column('text', { name: 'added_by_sub' })
  addedBySub!: string;

  @Field(() => DateTime, { description: 'When it was added.' })
  @Column('timestamptz', { name: 'added_at' })
  addedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was done; absent until then.' })
  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;

  @ForeignKey(() => Professional, 'sub', { name: 'tasks_doer_fkey' })
  @Column('text', { name: 'done_by_sub', nullable: true })
  doneBySub!: string | null;

  @Field(() => Int, { description: 'The version to send with a change.' })
  @Column('integer')
  version!: number;
}
