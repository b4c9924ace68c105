import { registerEnum } from '@relais/platform/graphql/enums.ts';

export const HouseholdKind = { COUPLE: 'COUPLE', LONE_PARENT: 'LONE_PARENT' } as const;
export type HouseholdKind = keyof typeof HouseholdKind;

registerEnum(HouseholdKind, 'HouseholdKind', 'Who brings the children up.', {
  COUPLE: 'Two adults.',
  LONE_PARENT: 'One adult alone.',
});
