import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { Booking } from '../bookings/booking.ts';
import { CareRequest } from '../care-requests/care-request.ts';
import { Child } from '../families/child.ts';
import { HOUSEHOLD_QUESTIONS, householdQuestions } from '../families/registration-payload.ts';
import { Placement } from '../placements/placement.ts';
import type { CorrectChildRefusalReason } from './correct-child.ts';
import { householdMessages } from './household-changes.messages.ts';
import type { RecordBirthRefusalReason } from './record-birth.ts';
import type { RecordChildDepartureRefusalReason } from './record-child-departure.ts';

const staleChild = {
  UNKNOWN_CHILD: 'No child has this id.',
  STALE_VERSION: 'The child changed since it was read.',
};
const birthReasons = {
  NAME_MISSING: 'A name is blank.',
  NAME_TOO_LONG: 'A name has over 150 characters.',
  ...householdQuestions,
  BIRTH_DATE_IN_THE_FUTURE: 'The day of birth is after today.',
  NOT_A_CHILD: 'The child is 18 or older.',
};

export const CorrectChildRefusal = refusalOfCatalogue<CorrectChildRefusalReason>(
  'CorrectChildRefusal',
  {
    ...staleChild,
    ...birthReasons,
    BIRTH_OR_EXPECTED_DATE_NEEDED:
      'A day of birth for a child not born, or an expected one for a born child.',
    EXPECTED_DATE_NOT_PLAUSIBLE: 'The expected date is over 10 months ahead or over 2 months ago.',
    TOO_MUCH_TEXT: 'Over 30 collectors or care alerts, or one of over 500 characters.',
    VACCINATION_IN_THE_FUTURE: 'The vaccinations were checked after today.',
    CARE_NO_LONGER_FITS: 'By this day of birth the child is too young or too old for care that is booked.',
  },
  householdMessages,
  [...HOUSEHOLD_QUESTIONS, 'CARE_NO_LONGER_FITS'],
);

export const RecordBirthRefusal = refusalOfCatalogue<RecordBirthRefusalReason>(
  'RecordBirthRefusal',
  {
    ...staleChild,
    ...birthReasons,
    BIRTH_FAR_FROM_EXPECTED: 'The day is over 20 weeks before the expected one, or over 5 weeks after it.',
    BORN_ALREADY: 'The child is born already.',
  },
  householdMessages,
  [...HOUSEHOLD_QUESTIONS, 'BIRTH_FAR_FROM_EXPECTED'],
);

export const RecordChildDepartureRefusal = refusalOfCatalogue<RecordChildDepartureRefusalReason>(
  'RecordChildDepartureRefusal',
  {
    ...staleChild,
    CARE_TO_COME: 'Bookings or placements of the child are still to come, or a care request of it is open.',
    SHARED_RESIDENCE: 'The child lives by turns with another family.',
    LEAVES_ON_A_COMING_DAY: 'The day is after today.',
    LEAVES_BEFORE_JOINING: 'The day is before that of joining the family.',
  },
  householdMessages,
);

@ObjectType({ description: 'The child as written down now, or why nothing was.' })
export class CorrectChildPayload {
  @Field(() => Child, { nullable: true, description: 'The child; absent when refused.' })
  child?: Child;

  @Field(() => CorrectChildRefusal, { nullable: true, description: 'Why not; absent when corrected.' })
  refusal?: InstanceType<typeof CorrectChildRefusal>;
}

@ObjectType({ description: 'The child who was born, or why the birth was not written down.' })
export class RecordBirthPayload {
  @Field(() => Child, { nullable: true, description: 'The child; absent when refused.' })
  child?: Child;

  @Field(() => RecordBirthRefusal, { nullable: true, description: 'Why not; absent when recorded.' })
  refusal?: InstanceType<typeof RecordBirthRefusal>;
}

@ObjectType({ description: 'The child who left or is back, or why nothing was written down.' })
export class RecordChildDeparturePayload {
  @Field(() => Child, { nullable: true, description: 'The child; absent when refused.' })
  child?: Child;

  @ListSize(100)
  @Field(() => [Booking], { description: 'The next bookings, 20 at most, that keep the child from leaving.' })
  bookingsToCome!: Booking[];

  @ListSize(10)
  @Field(() => [Placement], {
    description: 'Its placements that have not ended, which keep it from leaving.',
  })
  placementsToCome!: Placement[];

  @ListSize(10)
  @Field(() => [CareRequest], {
    description: 'Its open care requests, which keep it from leaving.',
  })
  openCareRequests!: CareRequest[];

  @Field(() => RecordChildDepartureRefusal, { nullable: true, description: 'Why not; absent when recorded.' })
  refusal?: InstanceType<typeof RecordChildDepartureRefusal>;
}
