import type { AuditedAccess } from '@relais/platform/access-log/family-access.ts';
import type { ConcernedTypes } from '@relais/platform/access-log/note-what-is-answered.ts';
import type { DeskItem } from '@relais/platform/desk/desk-item.ts';
import type { NewsItem } from '@relais/platform/desk/news.ts';
import type { SeenTypes } from '@relais/platform/sight/seen-types.ts';
import type { Entitlement } from './entitlements/entitlement.ts';
import type { Adult } from './known-families/adult.ts';
import type { Family } from './known-families/family.ts';
import type { Placement } from './monthly-estimate/placement.ts';
import type { MyFamily } from './my-families/my-family.ts';
import type { Permission } from './permissions.ts';
import type { Booking } from './stay-fee/booking.ts';
import type { SupportTeamMember } from './support-team/support-team-member.ts';

const sees: Permission = 'family:see';
const seesBenefits: Permission = 'benefits:read';
const seesTeam: Permission = 'support-team:read';

type PaidFor = { readonly family?: { readonly id: string } | null };

const ofWhoPays = <Paid extends PaidFor>() => ({
  permission: sees,
  families: ({ family }: Paid) => (family ? [family.id] : []),
  isWithheld: ({ family }: Paid) => family === null,
});

/** Of which families each type is, and what who reads it must be allowed of one of them. */
export const sights = {
  Family: { permission: sees, families: ({ id }: Family) => [id], everywhere: true },
  Adult: { permission: sees, families: ({ familyId }: Adult) => [familyId] },
  Entitlement: { permission: seesBenefits, families: ({ familyId }: Entitlement) => [familyId] },
  SupportTeamMember: { permission: seesTeam, families: ({ familyId }: SupportTeamMember) => [familyId] },
  // As the service point tells with each question whose it is; where it does not tell that, its price is not shared.
  Placement: ofWhoPays<Placement>(),
  Booking: ofWhoPays<Booking>(),
  // Its parties read it without seeing the family: its reference asks both.
  Referral: 'OPEN',
  ImpactReport: 'OPEN',
  Me: 'OPEN',
  Professional: 'OPEN',
} satisfies SeenTypes;

type OfFamily = { readonly familyId: string };
const of = (permission: Permission) => ({ permission, families: ({ familyId }: OfFamily) => [familyId] });

/** What is of a family and answered without it. */
export const concerns = {
  AuditedAccess: {
    permission: 'access-log:audit' satisfies Permission,
    families: ({ familyId }: AuditedAccess) => [familyId],
  },
  BreakGlassAccess: of('break-glass:list'),
  DeskItem: {
    permission: 'task:read' satisfies Permission,
    families: ({ concerns: familyId }: DeskItem) => (familyId ? [familyId] : []),
  },
  NewsItem: {
    permission: 'timeline:read' satisfies Permission,
    families: ({ concerns: familyId }: NewsItem) => (familyId ? [familyId] : []),
  },
  InformationGiven: of('information:read'),
  MembershipRequest: of(seesTeam),
  MyFamily: {
    permission: 'my-families:read' satisfies Permission,
    families: ({ family }: MyFamily) => (family ? [family.id] : []),
  },
  Note: of('note:read'),
  Objection: of('objection:read'),
  Referral: of('referral:read'),
  Resources: of(seesBenefits),
  Restriction: of('file:restrict'),
  Task: of('task:read'),
  FeeScaleLine: 'OPEN',
  // Says of how many families, never of which.
  TakeOver: 'OPEN',
  // Names colleagues.
  SessionEnding: 'OPEN',
  // Told with a change of the families, which is written down.
  ImportedRow: 'OPEN',
} satisfies ConcernedTypes;
