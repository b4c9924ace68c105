import type { RelationsOf } from '@relais/platform/followers/owners-of-relations.ts';

/** Who tells the service point why somebody follows a family. */
export const whoTellsOfFollowers: RelationsOf = {
  employment: ['ADVISOR'],
  'social-protection': ['TEAM', 'REFERRAL', 'NAMED', 'BARRED', 'BREAK_GLASS'],
};
