import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ObjectType } from 'type-graphql';
import { Child } from '../families/child.ts';
import { CoverStatus } from './cover-status.ts';

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

  @Field(() => CoverStatus, { description: 'Whether its needed time is covered; never `NOT_NEEDED`.' })
  status!: CoverStatus;

  @Field(() => [Gap], { description: 'What nothing covers, first to last.' })
  gaps!: Gap[];
}

@ObjectType({
  description:
    'Whether each child who needs care has it during a milestone, travel included (couverture de garde).',
})
export class ChildcareCover {
  @Field(() => CoverStatus, {
    description:
      'The worst of the children: `UNCOVERED`, `UNKNOWN`, `PARTIAL`, `COVERED`; `NOT_NEEDED` without any.',
  })
  status!: CoverStatus;

  @Field(() => DateTime, {
    description: 'Start of the needed time: the milestone’s start less the way there.',
  })
  neededFrom!: Date;

  @Field(() => DateTime, { description: 'End of the needed time: the milestone’s end and the way back.' })
  neededTo!: Date;

  @Field(() => [ChildCover], {
    description:
      'The children under 6 on that day who are with this family then, eldest first; the unborn need no care.',
  })
  children!: ChildCover[];

  @Field(() => [Gap], {
    description: 'The gaps of all children, in the order of the children, then of time.',
  })
  get gaps(): Gap[] {
    return this.children.flatMap(({ gaps }) => gaps);
  }
}
