import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Booking } from '../../care/bookings/booking.ts';
import { Placement } from '../../care/placements/placement.ts';
import { settlePastCovers } from '../../cover/childcare-cover/publish-cover.ts';
import { Child } from '../../families/families/child.ts';
import { sharedResidencesOf } from '../../families/shared-residence/shared-residence.queries.ts';
import type { SharedResidence } from '../../families/shared-residence/shared-residence.ts';
import { CareRequest } from '../../requests/care-requests/care-request.ts';
import { childChanged } from '../registration/member.changes.ts';
import { type CareToCome, careToComeOf, lockChild } from './household-changes.queries.ts';
import { childDepartureReasons } from './household-changes.reasons.ts';
import { childDepartureRefusal } from './household-changes.rules.ts';

@InputType({ description: 'A child who leaves a family, or did not leave after all.' })
export class RecordChildDepartureInput {
  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'First day without the child, today or before; absent takes an earlier departure back.',
  })
  leftOn?: Temporal.PlainDate | null;
}

@ObjectType({ description: 'The child who left or is back, or why nothing was written down.' })
export class RecordChildDeparturePayload extends payloadOf(
  'RecordChildDeparture',
  childDepartureReasons,
  'Why not; absent when recorded.',
) {
  @Field(() => Child, { nullable: true, description: 'The child; absent when refused.' })
  child?: Child;

  @ListSize(100)
  @Field(() => [Booking], { description: 'The next bookings, 20 at most, that keep the child from leaving.' })
  bookingsToCome: Booking[] = [];

  @ListSize(10)
  @Field(() => [Placement], {
    description: 'Its placements that have not ended, which keep it from leaving.',
  })
  placementsToCome: Placement[] = [];

  @ListSize(10)
  @Field(() => [CareRequest], {
    description: 'Its open care requests, which keep it from leaving.',
  })
  openCareRequests: CareRequest[] = [];
}

type Result =
  | (CareToCome & { readonly child: Child })
  | (Partial<CareToCome> & Refused<Word<typeof childDepartureReasons>>);

/** Of who has left nothing is to come; who is back is not kept by what is. */
const NOTHING_TO_COME: CareToCome = { bookingsToCome: [], placementsToCome: [], openCareRequests: [] };

/** Once that has ended, it may leave the family of its file only if it is the one it lives with: both have it by that file. */
const isSharedStill = (
  shared: SharedResidence | null,
  leftOn: Temporal.PlainDate | null,
  now: Date,
): boolean => {
  if (!shared) return false;
  const { livesWith, endedAt } = shared;
  if (livesWith !== 'REGISTERED' || !endedAt || endedAt > now) return true;
  return leftOn !== null && isBefore(leftOn, dayOf(endedAt));
};

/** The child and its past care stay in the family's history; from that day it needs no care for its milestones. */
export const recordChildDeparture = async (
  tx: Transaction,
  { childId, version, leftOn = null }: RecordChildDepartureInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now } = acting;
  const locked = await lockChild(tx, childId, acting);
  if (!locked) return { refusal: 'UNKNOWN_CHILD' };
  const { family, member: child } = locked;
  if (child.version !== version) return { refusal: 'STALE_VERSION' };
  const [shared] = await sharedResidencesOf(tx, [child.id]);
  const careToCome = await careToComeOf(tx, child.id, now);
  const departure = {
    leftOn,
    joinedOn: child.joinedOn,
    isShared: isSharedStill(shared ?? null, leftOn, now),
    careToCome: Object.values(careToCome).flat().length,
  };
  const refusal = childDepartureRefusal(departure, dayOf(now));
  if (refusal === 'CARE_TO_COME') return { refusal, ...careToCome };
  if (refusal) return { refusal };

  const otherFamilyId = shared?.otherFamilyId ?? null;
  const familyIds = [family.id, ...(otherFamilyId ? [otherFamilyId] : [])];
  const past = await settlePastCovers(tx, { familyIds, since: null }, now);
  const departed = await store(tx, Child, child, { leftOn });
  const kind = leftOn ? 'CHILD_LEFT' : 'CHILD_BACK';
  await childChanged(tx, family, child, { kind, past, otherFamilyId }, acting);
  return { child: departed, ...NOTHING_TO_COME };
};
