import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { Family } from '../families/family.ts';
import type { ChangeAddressRefusalReason } from '../family-addresses/change-address.ts';
import type { ChangeHouseholdRefusalReason } from './change-household.ts';
import { householdMessages } from './household-changes.messages.ts';

const staleFamily = {
  UNKNOWN_FAMILY: 'No family has this id.',
  STALE_VERSION: 'The family changed since it was read.',
};

export const ChangeHouseholdRefusal = refusalOfCatalogue<ChangeHouseholdRefusalReason>(
  'ChangeHouseholdRefusal',
  { ...staleFamily, NAME_MISSING: 'The name is blank.', NAME_TOO_LONG: 'The name has over 150 characters.' },
  householdMessages,
);

export const ChangeAddressRefusal = refusalOfCatalogue<ChangeAddressRefusalReason>(
  'ChangeAddressRefusal',
  {
    ...staleFamily,
    HOLDS_FROM_A_COMING_DAY: 'The first day is after today.',
    BEFORE_THE_PRESENT_ADDRESS: 'The first day is before that of the present address.',
    ADDRESS_NOT_UNDERSTOOD: 'Street or city is blank, or the postal code has not five digits.',
    POSITION_NOT_ON_THE_MAP: 'Latitude or longitude is out of range.',
    POSITION_FAR_AWAY: 'The position is over 50 km from every district of the city.',
    POSITION_IN_ANOTHER_DISTRICT: 'The position lies in another district than the one given.',
    ADDRESS_NOT_LOCATED:
      'Position or district of the address left behind are known, and those of the new one are not given; given as `null` they are not asked about.',
    UNKNOWN_DISTRICT: 'No district has this id.',
  },
  householdMessages,
  ['POSITION_FAR_AWAY', 'POSITION_IN_ANOTHER_DISTRICT', 'ADDRESS_NOT_LOCATED'],
);

@ObjectType({ description: 'The family with its new address, or why it was not changed.' })
export class ChangeAddressPayload {
  @Field(() => Family, { nullable: true, description: 'The family; absent when refused.' })
  family?: Family;

  @Field(() => ChangeAddressRefusal, { nullable: true, description: 'Why not; absent when changed.' })
  refusal?: InstanceType<typeof ChangeAddressRefusal>;
}

@ObjectType({ description: 'The family as it is now, or why it was not changed.' })
export class ChangeHouseholdPayload {
  @Field(() => Family, { nullable: true, description: 'The family; absent when refused.' })
  family?: Family;

  @Field(() => ChangeHouseholdRefusal, { nullable: true, description: 'Why not; absent when changed.' })
  refusal?: InstanceType<typeof ChangeHouseholdRefusal>;
}
