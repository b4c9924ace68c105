import { KnownElsewhere1790000000000 } from '../migrations/0001-known-elsewhere.ts';
import { Benefits1790000000001 } from '../migrations/0002-benefits.ts';
import { Entitlement } from './entitlements/entitlement.ts';
import { EntitlementState } from './entitlements/entitlement-state.ts';
import { KnownCover } from './known-covers/known-cover.ts';
import { KnownAdult } from './known-families/known-adult.ts';
import { KnownFamily } from './known-families/known-family.ts';
import { Resources } from './resources/resources.ts';

export const entities = [
  Entitlement,
  EntitlementState,
  Resources,
  KnownFamily,
  KnownAdult,
  KnownCover,
] as const;

export const migrations = [KnownElsewhere1790000000000, Benefits1790000000001] as const;
