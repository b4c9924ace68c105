import { enumOf } from '@relais/platform/graphql/enums.ts';
import { Share } from '@relais/platform/statistics/figure.ts';
import { QuarterReport } from '@relais/platform/statistics/quarter-report.ts';
import { Directive, Field, ObjectType } from 'type-graphql';
import { FollowUpPoint } from '../returns-to-work/follow-up.ts';
import { ReturnKind } from '../returns-to-work/return-to-work.ts';

export const ReportedCover = enumOf(
  'ReportedCover',
  'The childcare cover of a milestone when it took place.',
  {
    COVERED: 'Every child was looked after for the whole time, travel included.',
    PARTIAL: 'A part of the time was not covered.',
    UNCOVERED: 'A child was not looked after at all.',
    UNKNOWN: 'A shared residence without a calendar.',
    NOT_NEEDED: 'No child needed care.',
    NOT_TOLD: 'The service point had told no cover of these times.',
  },
);
export type ReportedCover = keyof typeof ReportedCover;

@Directive('@key(fields: "from to districtId")')
@ObjectType({ description: 'What the practice did in one quarter, here for the job search.' })
export class ImpactReport extends QuarterReport {}

@ObjectType({ description: 'How milestones with one kind of cover ended.' })
export class CoveredMilestones {
  @Field(() => ReportedCover, {
    description: 'The cover, as early-childhood last told it of the times of the milestone.',
  })
  cover!: ReportedCover;

  @Field(() => Share, {
    description: 'Milestones attended, of those attended or missed; excused ones are neither.',
  })
  attended!: Share;

  @Field(() => Share, { description: 'Milestones missed, of those attended or missed.' })
  missed!: Share;

  @Field(() => Share, { description: 'Milestones missed for lack of childcare, of those missed.' })
  missedForLackOfChildcare!: Share;
}

@ObjectType({ description: 'Job seekers who returned to one kind of occupation.' })
export class ReturnKindFigures {
  @Field(() => ReturnKind, { description: 'What they returned to.' })
  kind!: ReturnKind;

  @Field(() => Share, {
    description: 'Files with a return of this kind that starts in the quarter, of all files open in it.',
  })
  jobSeekers!: Share;
}

@ObjectType({ description: 'What became of returns to work after some months.' })
export class FollowedUpReturns {
  @Field(() => FollowUpPoint, { description: 'How long after the first day.' })
  point!: FollowUpPoint;

  @Field(() => Share, {
    description:
      'Returns that go on or were followed by another, of those that reached this point in the quarter and were followed up. Who could not be reached is in neither number.',
  })
  stillThere!: Share;
}
