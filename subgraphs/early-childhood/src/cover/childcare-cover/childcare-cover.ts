import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ObjectType } from 'type-graphql';
import { Child } from '../../families/families/child.ts';
import { CoverStatus } from './cover-status.ts';
import { NotedAfterwards } from './noted-afterwards.ts';

@ObjectType({ description: 'A stretch of time of one child that nothing covers (manque).' })
export class Gap {
  @Field(() => DateTime, { description: 'When it starts.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => Child, { description: 'The child whom nobody looks after then.' })
  child!: Child;

  /** Whose gap it is: its options are found by them. */
  readonly childId!: string;
  readonly familyId!: string;
}

@ObjectType({ description: 'Whether one child has care during a milestone.' })
export class ChildCover {
  @Field(() => Child, { description: 'The child.' })
  child!: Child;

  @Field(() => Boolean, {
    description:
      'Whether it is expected by then and no birth is recorded: what is said of it holds if it is born as expected.',
  })
  isIfBornAsExpected!: boolean;

  @Field(() => CoverStatus, {
    description:
      'Whether its needed time is covered; never `NOT_NEEDED`. Once the needed time is over, as it was known then.',
  })
  status!: CoverStatus;

  @Field(() => CoverStatus, {
    nullable: true,
    description:
      'What it has become by what was noted afterwards, `NOT_NEEDED` when the child needed no care; absent where it is the same.',
  })
  get laterStatus(): CoverStatus | null {
    return this.statusNow === this.status ? null : this.statusNow;
  }

  /** As it is computed now, with what was noted once the needed time was over. */
  readonly statusNow!: CoverStatus;

  @ListSize(2)
  @Field(() => [Gap], {
    description: 'What nothing covers, first to last; once it is over, what was known then.',
  })
  gaps!: Gap[];
}

@ObjectType({
  description:
    'Whether each child who needs care has it during a milestone, travel included (couverture de garde).',
})
export class ChildcareCover {
  @Field(() => CoverStatus, {
    description:
      'The worst of the children: `UNCOVERED`, `UNKNOWN`, `PARTIAL`, `COVERED`; `NOT_NEEDED` without any. Once the needed time is over it stays as it was known then: it is evidence.',
  })
  status!: CoverStatus;

  @Field(() => CoverStatus, {
    nullable: true,
    description:
      'What it has become by what was noted once the needed time was over; absent where it is the same. No evidence and no report counts it.',
  })
  get laterStatus(): CoverStatus | null {
    return this.statusNow === this.status ? null : this.statusNow;
  }

  /** As it is computed now, with what was noted once the needed time was over. */
  readonly statusNow!: CoverStatus;

  @ListSize(2)
  @Field(() => [NotedAfterwards], {
    description: 'What was noted once the needed time was over and says otherwise, first to last.',
  })
  notedAfterwards!: NotedAfterwards[];

  @Field(() => DateTime, {
    description: 'Start of the needed time: the milestone’s start less the way there.',
  })
  neededFrom!: Date;

  @Field(() => DateTime, { description: 'End of the needed time: the milestone’s end and the way back.' })
  neededTo!: Date;

  @ListSize(2)
  @Field(() => [ChildCover], {
    description:
      'The children under 6 on that day who are with this family then, eldest first; an expected one counts from the day on which it is expected. Once it is over, those of whom one knew then.',
  })
  children!: ChildCover[];

  /** Whose it is, and on which local day, by which is found who is not looked at. */
  readonly familyId!: string;
  readonly day!: string;

  @ListSize(2)
  @Field(() => [Gap], {
    description: 'The gaps of all children, in the order of the children, then of time.',
  })
  get gaps(): Gap[] {
    return this.children.flatMap(({ gaps }) => gaps);
  }
}
