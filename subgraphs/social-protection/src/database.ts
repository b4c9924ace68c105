import { sqlFilesIn } from '@relais/platform/database/sql-files.ts';
import { KnownAdult } from '@relais/platform/known-families/known-adult.ts';
import { KnownFamily } from '@relais/platform/known-families/known-family.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { TakeOver } from '@relais/platform/professionals/take-over.ts';
import { BreakGlassAccess } from './break-glasses/break-glass-access.ts';
import { Entitlement } from './entitlements/entitlement.ts';
import { EntitlementConfirmation } from './entitlements/entitlement-confirmation.ts';
import { EntitlementState } from './entitlements/entitlement-state.ts';
import { InformationGiven } from './information-given/information-given.ts';
import { KnownCover } from './known-covers/known-cover.ts';
import { KnownChild } from './known-families/known-child.ts';
import { KnownOffer } from './known-offers/known-offer.ts';
import { LookupHandle } from './membership-requests/lookup-handle.ts';
import { MembershipRequest } from './membership-requests/membership-request.ts';
import { Note } from './notes/note.ts';
import { Objection } from './objections/objection.ts';
import { Referral } from './referrals/referral.ts';
import { Resources } from './resources/resources.ts';
import { Restriction } from './restricted-files/restriction.ts';
import { SupportTeamMember } from './support-team/support-team-member.ts';
import { Task } from './tasks/task.ts';
import { walls } from './walls.ts';

export const entities = [
  Entitlement,
  EntitlementState,
  EntitlementConfirmation,
  Resources,
  Professional,
  SupportTeamMember,
  MembershipRequest,
  Restriction,
  BreakGlassAccess,
  InformationGiven,
  LookupHandle,
  Referral,
  Note,
  Task,
  Objection,
  TakeOver,
  KnownFamily,
  KnownAdult,
  KnownChild,
  KnownCover,
  KnownOffer,
] as const;

export const migrations = [
  ...sqlFilesIn('social-protection', new URL('../migrations/', import.meta.url)),
  walls,
];
