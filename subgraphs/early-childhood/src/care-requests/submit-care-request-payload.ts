import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import type { RequestProblem } from './asked-care.rules.ts';
import { submissionMessages } from './care-request.messages.ts';
import { CareRequest } from './care-request.ts';
import type { SubmitCareRequestRefusalReason } from './submit-care-request.ts';

/** Why the care asked for cannot be taken. */
export const problemMeanings: Readonly<Record<RequestProblem, string>> = {
  WEEKLY_NEED_MISSING: 'Long-term or flexible care without a weekly pattern.',
  WEEKLY_NEED_NOT_FOR_THIS_KIND: 'A weekly pattern with short-term care or an emergency.',
  STRETCHES_MISSING: 'Short-term care or an emergency without dated stretches.',
  STRETCHES_NOT_FOR_THIS_KIND: 'Dated stretches with long-term or flexible care.',
  EMERGENCY_REASON_MISSING: 'An emergency without its reason.',
  EMERGENCY_REASON_NOT_FOR_THIS_KIND: 'The reason of an emergency with another kind of care.',
  MILESTONE_MISSING: 'The reason is a milestone, and none is named.',
  MILESTONE_NOT_FOR_THIS_REASON: 'A milestone is named, and the reason is another.',
  WEEKDAY_UNKNOWN: 'A weekday of the pattern is not 1 to 7.',
  LINE_ENDS_BEFORE_IT_STARTS: 'The end of a pattern line does not follow its start.',
  NOT_ON_THE_HALF_HOUR: 'A start or end is not on the hour or half-hour.',
  LINES_OVERLAP: 'Two lines of the pattern overlap.',
  PERIOD_ENDS_BEFORE_IT_STARTS: 'The last day comes before the first.',
  OVER_TWELVE_MONTHS: 'The care lasts twelve months or more.',
  LINE_OUTSIDE_PERIOD: 'The weekday of a pattern line is no day of the period.',
  STRETCH_ENDS_BEFORE_IT_STARTS: 'The end of a stretch does not follow its start.',
  NOT_WITHIN_ONE_DAY: 'A stretch does not lie within one local day.',
  STRETCHES_OVERLAP: 'Two stretches overlap.',
  TOO_MANY_STRETCHES: 'More than 60 stretches.',
  STAY_TOO_LONG: 'A stretch or a line of the pattern lasts over 12 hours.',
  TOO_FAR_AHEAD: 'The first day is over two years from now.',
  IN_THE_PAST: 'The first day, or a stretch, has passed.',
  CHILD_OF_ANOTHER_FAMILY: 'The family is not one of the child’s.',
  CHILD_TOO_OLD: 'The child is 6 years or older on the first day.',
  UNKNOWN_MILESTONE: 'The milestone is not known here, or not yet: it may be worth trying again.',
  MILESTONE_OF_ANOTHER_FAMILY: 'The milestone is not of one of the child’s families.',
  UNKNOWN_CENTRE: 'A chosen centre does not exist.',
  CENTRE_CHOSEN_TWICE: 'A centre is chosen twice.',
  TOO_MANY_CHOICES: 'More than 4 municipal or 4 associative centres.',
};

export const SubmitCareRequestRefusal = refusalOfCatalogue<SubmitCareRequestRefusalReason>(
  'SubmitCareRequestRefusal',
  {
    UNKNOWN_CHILD: 'No child has this id.',
    UNKNOWN_FAMILY: 'No family has this id.',
    SAME_REQUEST_OPEN: 'An open request asks for the same kind and times of care for this child.',
    CONFLICT: 'This id was already used for another request.',
    ...problemMeanings,
  },
  submissionMessages,
  ['SAME_REQUEST_OPEN'],
);

@ObjectType({ description: 'The request, or why it was not taken.' })
export class SubmitCareRequestPayload {
  @Field(() => CareRequest, { nullable: true, description: 'The request; absent when refused.' })
  careRequest?: CareRequest;

  @Field(() => SubmitCareRequestRefusal, {
    nullable: true,
    description: 'Why it was not taken; absent when it was.',
  })
  refusal?: InstanceType<typeof SubmitCareRequestRefusal>;
}
