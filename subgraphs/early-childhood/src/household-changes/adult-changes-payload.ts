import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { Adult } from '../families/adult.ts';
import { HOUSEHOLD_QUESTIONS, householdQuestions } from '../families/registration-payload.ts';
import type { CorrectAdultRefusalReason } from './correct-adult.ts';
import { householdMessages } from './household-changes.messages.ts';
import type { RecordAdultDepartureRefusalReason } from './record-adult-departure.ts';

const staleAdult = {
  UNKNOWN_ADULT: 'No adult has this id.',
  STALE_VERSION: 'The adult changed since he or she was read.',
};

export const CorrectAdultRefusal = refusalOfCatalogue<CorrectAdultRefusalReason>(
  'CorrectAdultRefusal',
  {
    ...staleAdult,
    NAME_MISSING: 'A name is blank.',
    NAME_TOO_LONG: 'A name has over 150 characters.',
    ...householdQuestions,
    BIRTH_DATE_IN_THE_FUTURE: 'The day of birth is after today.',
    PHONE_NOT_UNDERSTOOD: 'The telephone number is neither French nor international.',
    LANGUAGE_NOT_UNDERSTOOD: 'The language is not a BCP 47 tag.',
  },
  householdMessages,
  HOUSEHOLD_QUESTIONS,
);

export const RecordAdultDepartureRefusal = refusalOfCatalogue<RecordAdultDepartureRefusalReason>(
  'RecordAdultDepartureRefusal',
  {
    ...staleAdult,
    LAST_ADULT: 'No other adult is in the family.',
    LEAVES_ON_A_COMING_DAY: 'The day is after today.',
    LEAVES_BEFORE_JOINING: 'The day is before that of joining the family.',
  },
  householdMessages,
);

@ObjectType({ description: 'The adult as written down now, or why nothing was.' })
export class CorrectAdultPayload {
  @Field(() => Adult, { nullable: true, description: 'The adult; absent when refused.' })
  adult?: Adult;

  @Field(() => CorrectAdultRefusal, { nullable: true, description: 'Why not; absent when corrected.' })
  refusal?: InstanceType<typeof CorrectAdultRefusal>;
}

@ObjectType({ description: 'The adult who left or is back, or why nothing was written down.' })
export class RecordAdultDeparturePayload {
  @Field(() => Adult, { nullable: true, description: 'The adult; absent when refused.' })
  adult?: Adult;

  @Field(() => RecordAdultDepartureRefusal, { nullable: true, description: 'Why not; absent when recorded.' })
  refusal?: InstanceType<typeof RecordAdultDepartureRefusal>;
}
