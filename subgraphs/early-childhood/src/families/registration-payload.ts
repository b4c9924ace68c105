import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { PossibleDuplicate } from '../family-lookups/possible-duplicate.ts';
import { messages } from '../messages.ts';
import type { AddAdultRefusalReason } from './add-adult.ts';
import type { AddChildRefusalReason } from './add-child.ts';
import { Adult } from './adult.ts';
import { Child } from './child.ts';
import type { AdultRefusal, ChildRefusal, FamilyRefusal, NameRefusal } from './family.rules.ts';
import { Family } from './family.ts';
import type { HouseholdQuestion } from './household-questions.rules.ts';
import type { RegisterFamilyRefusalReason } from './register-family.ts';

const nameReasons = {
  NAME_MISSING: 'A name is blank.',
  NAME_TOO_LONG: 'A name has over 150 characters.',
} satisfies Record<NameRefusal, string>;

export const householdQuestions = {
  ADULT_AGE_UNLIKELY: 'An adult would be under 12 or over 100 years old.',
  ADULT_NOT_OLDER_THAN_CHILD: 'An adult is less than 12 years older than a child.',
} satisfies Record<HouseholdQuestion, string>;

export const HOUSEHOLD_QUESTIONS = ['ADULT_AGE_UNLIKELY', 'ADULT_NOT_OLDER_THAN_CHILD'] as const;

const adultReasons = {
  ...nameReasons,
  BIRTH_DATE_IN_THE_FUTURE: 'The day of birth is after today.',
  PHONE_NOT_UNDERSTOOD: 'The telephone number is neither French nor international.',
  LANGUAGE_NOT_UNDERSTOOD: 'The language is not a BCP 47 tag.',
} satisfies Record<AdultRefusal, string>;

const childReasons = {
  ...nameReasons,
  TOO_MUCH_TEXT: 'Over 30 collectors or care alerts, or one of over 500 characters.',
  VACCINATION_IN_THE_FUTURE: 'The vaccinations were checked after today.',
  BIRTH_OR_EXPECTED_DATE_NEEDED: 'Exactly one of day of birth and expected date is needed.',
  BIRTH_DATE_IN_THE_FUTURE: 'The day of birth is after today.',
  EXPECTED_DATE_NOT_PLAUSIBLE: 'The expected date is over 10 months ahead or over 2 months ago.',
  NOT_A_CHILD: 'The child is 18 or older.',
} satisfies Record<ChildRefusal, string>;

const familyReasons = {
  ...nameReasons,
  ADULT_MISSING: 'No adult was given.',
  ADDRESS_NOT_UNDERSTOOD: 'Street or city is blank, or the postal code has not five digits.',
  POSITION_NOT_ON_THE_MAP: 'Latitude or longitude is out of range.',
} satisfies Record<FamilyRefusal, string>;

const memberReasons = {
  JOINS_ON_A_COMING_DAY: 'The first day in the family is after today.',
  UNKNOWN_FAMILY: 'No family has this id.',
  CONFLICT: 'This id was already used for somebody else.',
};

export const RegisterFamilyRefusal = refusalOfCatalogue<RegisterFamilyRefusalReason>(
  'RegisterFamilyRefusal',
  {
    ...familyReasons,
    ...adultReasons,
    ...childReasons,
    ...householdQuestions,
    POSITION_FAR_AWAY: 'The position is over 50 km from every district of the city.',
    POSITION_IN_ANOTHER_DISTRICT: 'The position lies in another district than the one given.',
    UNKNOWN_DISTRICT: 'No district has this id.',
    CONFLICT: 'An id was already used for something else.',
  },
  messages,
  [...HOUSEHOLD_QUESTIONS, 'POSITION_FAR_AWAY', 'POSITION_IN_ANOTHER_DISTRICT'],
);

export const AddAdultRefusal = refusalOfCatalogue<AddAdultRefusalReason>(
  'AddAdultRefusal',
  { ...adultReasons, ...memberReasons, ...householdQuestions },
  messages,
  HOUSEHOLD_QUESTIONS,
);

export const AddChildRefusal = refusalOfCatalogue<AddChildRefusalReason>(
  'AddChildRefusal',
  { ...childReasons, ...memberReasons, ...householdQuestions },
  messages,
  HOUSEHOLD_QUESTIONS,
);

@ObjectType({ description: 'The registered family, or why it was not registered.' })
export class RegisterFamilyPayload {
  @Field(() => Family, { nullable: true, description: 'The family; absent when refused.' })
  family?: Family;

  @Field(() => RegisterFamilyRefusal, { nullable: true, description: 'Why not; absent when registered.' })
  refusal?: InstanceType<typeof RegisterFamilyRefusal>;

  @ListSize(5)
  @Field(() => [PossibleDuplicate], {
    description: 'A hint: of these children another of the same name and birth date is registered already.',
  })
  possibleDuplicates!: PossibleDuplicate[];
}

@ObjectType({ description: 'The adult who joined, or why not.' })
export class AddAdultPayload {
  @Field(() => Adult, { nullable: true, description: 'The adult; absent when refused.' })
  adult?: Adult;

  @Field(() => AddAdultRefusal, { nullable: true, description: 'Why not; absent when added.' })
  refusal?: InstanceType<typeof AddAdultRefusal>;
}

@ObjectType({ description: 'The child who joined, or why not.' })
export class AddChildPayload {
  @Field(() => Child, { nullable: true, description: 'The child; absent when refused.' })
  child?: Child;

  @Field(() => AddChildRefusal, { nullable: true, description: 'Why not; absent when added.' })
  refusal?: InstanceType<typeof AddChildRefusal>;

  @ListSize(5)
  @Field(() => [PossibleDuplicate], {
    description: 'A hint: of these children another of the same name and birth date is registered already.',
  })
  possibleDuplicates!: PossibleDuplicate[];
}
