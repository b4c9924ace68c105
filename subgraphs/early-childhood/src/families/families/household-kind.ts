import { enumOf } from '@relais/platform/graphql/enums.ts';

export const HouseholdKind = enumOf('HouseholdKind', 'Who brings the children up.', {
  COUPLE: 'Two adults.',
  LONE_PARENT: 'One adult alone.',
});
export type HouseholdKind = keyof typeof HouseholdKind;
