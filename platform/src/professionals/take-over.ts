import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { PageInfo } from '../graphql/connection.ts';
import { DateTime } from '../graphql/scalars.ts';

/** That a colleague took over what another had, by whom and why. It names a colleague's absence: families are not shown it. */
@Directive('@shareable')
@ObjectType({
  description:
    'That a colleague of your agency took over what another had, or the desk did. It names no family.',
})
@Entity('take_overs')
@Index('take_overs_by_former', ['fromSub', 'takenAt'])
@Index('take_overs_of_agency', ['agency', 'takenAt', 'id'])
export class TakeOver {
  @Field(() => ID, { description: 'Identifies it.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'take_overs_pkey' })
  id!: string;

  @Column('text', { name: 'from_sub' })
  fromSub!: string;

  /** `null` when it went to the desk. */
  @Column('text', { name: 'to_sub', nullable: true })
  toSub!: string | null;

  @Column('text')
  agency!: string;

  @Field(() => String, { description: 'Why, as whoever handed it on wrote.' })
  @Column('text')
  reason!: string;

  @Column('uuid', { name: 'family_ids', array: true })
  familyIds!: string[];

  /** How many of each kind went over. */
  @Column('jsonb')
  counts!: Readonly<Record<string, number>>;

  @Field(() => DateTime, { description: 'When.' })
  @Column('timestamptz', { name: 'taken_at' })
  takenAt!: Date;

  @Column('text', { name: 'taken_by_sub' })
  takenBySub!: string;

  @Field(() => Int, { description: 'Of how many families something went over.' })
  readonly families!: number;

  @Field(() => String, { description: 'Who had it, by name where the directory knows one.' })
  readonly fromProfessional!: string;

  @Field(() => String, { nullable: true, description: 'Who has it now; absent when it went to the desk.' })
  readonly toProfessional!: string | null;

  @Field(() => String, { description: 'The administrator who handed it on.' })
  readonly takenBy!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'One TakeOver of a page.' })
export class TakeOverEdge {
  @Field(() => TakeOver, { description: 'The row.' })
  node!: Told;

  @Field(() => String, { description: 'Where the row stands: `after` continues behind it.' })
  cursor!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'A page of a list of TakeOver, newest first.' })
export class TakeOverConnection {
  @Field(() => [TakeOverEdge], { description: 'The rows, in order.' })
  edges!: TakeOverEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;
}

type Told = Pick<
  TakeOver,
  'id' | 'reason' | 'takenAt' | 'families' | 'fromProfessional' | 'toProfessional' | 'takenBy'
>;

export const TAKE_OVERS =
  'What colleagues of your agency took over from each other, or the desk did, and why, newest first; for its administrators.';
