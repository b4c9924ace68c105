import { ClosedQuarters1700000000003 } from '@relais/platform/statistics/migration.ts';
import { KnownElsewhere1790000000000 } from '../migrations/0001-known-elsewhere.ts';
import { Benefits1790000000001 } from '../migrations/0002-benefits.ts';
import { ImportedEntitlements1790000000002 } from '../migrations/0003-imported-entitlements.ts';
import { SupportTeam1790000000003 } from '../migrations/0004-support-team.ts';
import { Coordination1790000000004 } from '../migrations/0005-coordination.ts';
import { KnownOffers1790000000055 } from '../migrations/0055-known-offers.ts';
import { DistrictsOfFamilies1790000000065 } from '../migrations/0065-districts-of-families.ts';
import { ImpactFigures1790000000066 } from '../migrations/0066-impact-figures.ts';
import { MergedFamilies1790000000080 } from '../migrations/0080-merged-families.ts';
import { ResourcesReplaced1790000000130 } from '../migrations/0130-resources-replaced.ts';
import { HomesOfFamilies1790000000140 } from '../migrations/0140-homes-of-families.ts';
import { Entitlement } from './entitlements/entitlement.ts';
import { EntitlementConfirmation } from './entitlements/entitlement-confirmation.ts';
import { EntitlementState } from './entitlements/entitlement-state.ts';
import { KnownCover } from './known-covers/known-cover.ts';
import { KnownAdult } from './known-families/known-adult.ts';
import { KnownFamily } from './known-families/known-family.ts';
import { KnownOffer } from './known-offers/known-offer.ts';
import { Note } from './notes/note.ts';
import { Referral } from './referrals/referral.ts';
import { Resources } from './resources/resources.ts';
import { Professional } from './support-team/professional.ts';
import { SupportTeamMember } from './support-team/support-team-member.ts';
import { Task } from './tasks/task.ts';

export const entities = [
  Entitlement,
  EntitlementState,
  EntitlementConfirmation,
  Resources,
  Professional,
  SupportTeamMember,
  Referral,
  Note,
  Task,
  KnownFamily,
  KnownAdult,
  KnownCover,
  KnownOffer,
] as const;

export const migrations = [
  KnownElsewhere1790000000000,
  Benefits1790000000001,
  ImportedEntitlements1790000000002,
  SupportTeam1790000000003,
  Coordination1790000000004,
  DistrictsOfFamilies1790000000065,
  KnownOffers1790000000055,
  ImpactFigures1790000000066,
  MergedFamilies1790000000080,
  ResourcesReplaced1790000000130,
  HomesOfFamilies1790000000140,
  ClosedQuarters1700000000003,
] as const;
