import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { UncoveredMilestone } from '../childcare-cover/uncovered-milestone.ts';
import type { CorrectOwnArrangementReason } from './correct-own-arrangement.ts';
import type { EndOwnArrangementReason } from './end-own-arrangement.ts';
import { ownArrangementMessages } from './own-arrangement.messages.ts';
import { OwnArrangement } from './own-arrangement.ts';
import type { RemoveOwnArrangementReason } from './remove-own-arrangement.ts';

const STANDING = {
  UNKNOWN_OWN_ARRANGEMENT: 'No arrangement has this id.',
  ALREADY_REMOVED: 'It was removed already.',
  STALE_VERSION: 'The arrangement changed since it was read.',
};

export const EndOwnArrangementRefusal = refusalOfCatalogue<EndOwnArrangementReason>(
  'EndOwnArrangementRefusal',
  {
    ...STANDING,
    NOT_WEEKLY: 'A dated arrangement is removed, not ended.',
    DAY_HAS_PASSED: 'The day lies before today.',
    ENDS_EARLIER_ALREADY: 'It does not hold on that day anyway.',
  },
  ownArrangementMessages,
);

export const RemoveOwnArrangementRefusal = refusalOfCatalogue<RemoveOwnArrangementReason>(
  'RemoveOwnArrangementRefusal',
  { ...STANDING, ALREADY_OVER: 'All of it has passed, so that past cover stays true.' },
  ownArrangementMessages,
);

export const CorrectOwnArrangementRefusal = refusalOfCatalogue<CorrectOwnArrangementReason>(
  'CorrectOwnArrangementRefusal',
  {
    ...STANDING,
    ALREADY_BEGUN: 'Some of it has passed: end or remove it, and record the new one.',
    DATED_OR_WEEKLY: 'Neither dated nor weekly, or both.',
    SCHOOL_IS_WEEKLY: 'School is noted by weekday, so that its holidays do not count.',
    WEEKDAY_UNKNOWN: 'The weekday is not 1 to 7.',
    ENDS_BEFORE_IT_STARTS: 'The end does not follow the start.',
    WEEKDAY_OUTSIDE_PERIOD: 'The weekday falls on no day of the period.',
  },
  ownArrangementMessages,
);

@ObjectType({ description: 'The arrangement that ends, or why it goes on.' })
export class EndOwnArrangementPayload {
  @Field(() => OwnArrangement, {
    nullable: true,
    description: 'What is left of it, or would be in a preview; absent when nothing is, or when refused.',
  })
  ownArrangement?: OwnArrangement;

  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    description: 'The upcoming milestones that lose cover, first to last; none when refused.',
  })
  uncoveredMilestones!: UncoveredMilestone[];

  @Field(() => EndOwnArrangementRefusal, {
    nullable: true,
    description: 'Why it was not ended; absent when it was.',
  })
  refusal?: InstanceType<typeof EndOwnArrangementRefusal>;
}

@ObjectType({ description: 'What is left of a removed arrangement, or why it stands.' })
export class RemoveOwnArrangementPayload {
  @Field(() => OwnArrangement, {
    nullable: true,
    description: 'What has passed of it, which stays; absent when nothing has, or when refused.',
  })
  ownArrangement?: OwnArrangement;

  @Field(() => OwnArrangement, {
    nullable: true,
    description: 'The arrangement as it was before, with all of its time; absent when refused.',
  })
  removed?: OwnArrangement;

  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    description: 'The upcoming milestones that lose cover, first to last; none when refused.',
  })
  uncoveredMilestones!: UncoveredMilestone[];

  @Field(() => RemoveOwnArrangementRefusal, {
    nullable: true,
    description: 'Why it was not removed; absent when it was.',
  })
  refusal?: InstanceType<typeof RemoveOwnArrangementRefusal>;
}

@ObjectType({ description: 'The corrected arrangement, or why it stands as it was.' })
export class CorrectOwnArrangementPayload {
  @Field(() => OwnArrangement, {
    nullable: true,
    description: 'The arrangement as corrected, or as it would be in a preview; absent when refused.',
  })
  ownArrangement?: OwnArrangement;

  @ListSize(20)
  @Field(() => [UncoveredMilestone], {
    description: 'The upcoming milestones that lose cover, first to last; none when refused.',
  })
  uncoveredMilestones!: UncoveredMilestone[];

  @Field(() => CorrectOwnArrangementRefusal, {
    nullable: true,
    description: 'Why it was not corrected; absent when it was.',
  })
  refusal?: InstanceType<typeof CorrectOwnArrangementRefusal>;
}
