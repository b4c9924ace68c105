import { enumOf } from '@relais/platform/graphql/enums.ts';
import { Field, ObjectType } from 'type-graphql';
import { Child } from '../../families/families/child.ts';

export const NotLookedAtReason = enumOf(
  'NotLookedAtReason',
  'Why the care of a child is not looked at for a milestone.',
  {
    SIX_OR_OVER: 'It is six years old or more that day: the service point does not know who looks after it.',
    EXPECTED_AFTERWARDS: 'It is expected after that day; if it is born earlier, it may need care.',
  },
);
export type NotLookedAtReason = keyof typeof NotLookedAtReason;

@ObjectType({ description: 'A child of the family whose care is not looked at for a milestone, and why.' })
export class ChildNotLookedAt {
  @Field(() => Child, { description: 'The child.' })
  child!: Child;

  @Field(() => NotLookedAtReason, { description: 'Why.' })
  reason!: NotLookedAtReason;
}
