import type { ActingUser } from '@relais/platform/acting.ts';
import { centreStaff } from '@relais/platform/auth/user.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Child } from '../../families/families/child.ts';
import type { Permission } from '../../permissions.ts';
import { familiesOfChildren } from '../bookings/booking.queries.ts';
import { isReceivedIn } from './staff-present.queries.ts';
import { walkingReasons } from './staff-present.reasons.ts';

@InputType({ description: 'Whether a child walks.' })
export class RecordWalkingInput {
  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The first day on which it is counted as walking; absent when it does not walk after all.',
  })
  walksSince?: Temporal.PlainDate | null;
}

@ObjectType({ description: 'The child, or why nothing was noted.' })
export class RecordWalkingPayload extends payloadOf(
  'RecordWalking',
  walkingReasons,
  'Why nothing was noted; absent when it was.',
) {
  @Field(() => Child, { nullable: true, description: 'The child; absent when refused.' })
  child?: Child;
}

/** Staff know the children that they receive, coordinators those whose care they change. */
const mayNote = async (
  tx: Transaction,
  childId: string,
  { user, sight, now }: ActingUser,
): Promise<boolean> => {
  if (centreStaff(user)) return isReceivedIn(tx, childId, user.centreIds, now);
  return sight.allows(tx, 'booking:write' satisfies Permission, await familiesOfChildren(tx, [childId]));
};

export const recordWalking = async (
  tx: Transaction,
  { childId, version, walksSince = null }: RecordWalkingInput,
  acting: ActingUser,
): Promise<{ readonly child: Child } | Refused<Word<typeof walkingReasons>>> => {
  const child = await tx.findOne(Child, { where: { id: childId }, lock: { mode: 'for_no_key_update' } });
  if (!child || !(await mayNote(tx, childId, acting))) return { refusal: 'UNKNOWN_CHILD' };
  if (child.version !== version) return { refusal: 'STALE_VERSION' };
  if (walksSince && isBefore(dayOf(acting.now), walksSince)) return { refusal: 'IN_THE_FUTURE' };
  return { child: await store(tx, Child, child, { walksSince }) };
};
