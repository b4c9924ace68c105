import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { Child } from '../families/child.ts';
import { messages } from '../messages.ts';
import type { ShareResidenceRefusalReason } from './share-residence.ts';

export const ShareResidenceRefusal = refusalOfCatalogue<ShareResidenceRefusalReason>(
  'ShareResidenceRefusal',
  {
    UNKNOWN_CHILD: 'No child has this id.',
    UNKNOWN_FAMILY: 'No family has this id.',
    SAME_FAMILY: 'The child is registered with this very family.',
    SHARED_WITH_ANOTHER_FAMILY: 'The child already lives by turns with a third family.',
    PERIOD_OF_ANOTHER_FAMILY: 'A period of the calendar names neither of the two families.',
    ENDS_BEFORE_IT_STARTS: 'The end of a period does not follow its start.',
    PERIODS_OVERLAP: 'Two periods of the calendar overlap.',
  },
  messages,
);

@ObjectType({ description: 'The child, or why nothing was noted.' })
export class ShareResidencePayload {
  @Field(() => Child, { nullable: true, description: 'The child; absent when refused.' })
  child?: Child;

  @Field(() => ShareResidenceRefusal, { nullable: true, description: 'Why not; absent when it was noted.' })
  refusal?: InstanceType<typeof ShareResidenceRefusal>;
}
