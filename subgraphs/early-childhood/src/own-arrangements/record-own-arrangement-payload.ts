import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { ownArrangementMessages } from './own-arrangement.messages.ts';
import { OwnArrangement } from './own-arrangement.ts';
import type { RecordOwnArrangementRefusalReason } from './record-own-arrangement.ts';

export const RecordOwnArrangementRefusal = refusalOfCatalogue<RecordOwnArrangementRefusalReason>(
  'RecordOwnArrangementRefusal',
  {
    UNKNOWN_CHILD: 'No child has this id.',
    CONFLICT: 'This id was already used for another arrangement.',
    DATED_OR_WEEKLY: 'Neither dated nor weekly, or both.',
    SCHOOL_IS_WEEKLY: 'School is noted by weekday, so that its holidays do not count.',
    WEEKDAY_UNKNOWN: 'The weekday is not 1 to 7.',
    ENDS_BEFORE_IT_STARTS: 'The end does not follow the start.',
    WEEKDAY_OUTSIDE_PERIOD: 'The weekday falls on no day of the period.',
  },
  ownArrangementMessages,
);

@ObjectType({ description: 'The arrangement, or why it was not recorded.' })
export class RecordOwnArrangementPayload {
  @Field(() => OwnArrangement, { nullable: true, description: 'The arrangement; absent when refused.' })
  ownArrangement?: OwnArrangement;

  @Field(() => RecordOwnArrangementRefusal, {
    nullable: true,
    description: 'Why it was not recorded; absent when it was.',
  })
  refusal?: InstanceType<typeof RecordOwnArrangementRefusal>;
}
