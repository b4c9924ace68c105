import type { Database } from '@relais/platform/database/database.ts';

export type FollowedFamily = { readonly familyId: string; readonly lastActivity: Date };
export type UncoveredMilestone = {
  readonly familyId: string;
  readonly milestoneId: string;
  readonly startsAt: Date;
};
export type OpenOffer = { readonly familyId: string; readonly offerId: string; readonly expiresAt: Date };

/** Notes for their author alone are left out: a worklist must not tell others that there is one. */
const FOLLOWED = `
  select mine.family_id as "familyId", greatest(
    (select max(recorded_at) from support_team_members where family_id = mine.family_id),
    (select max(recorded_at) from resources where family_id = mine.family_id),
    (select max(recorded_at) from entitlements join entitlement_states on entitlement_id = entitlements.id
      where family_id = mine.family_id),
    (select max(greatest(sent_at, decided_at)) from referrals where family_id = mine.family_id),
    (select max(written_at) from notes where family_id = mine.family_id and audience <> 'AUTHOR'),
    (select max(greatest(added_at, done_at)) from tasks where family_id = mine.family_id)
  ) as "lastActivity"
  from (
    select distinct member.family_id
    from support_team_members member join professionals on professionals.id = member.professional_id
    where professionals.sub = $1 and daterange(member.from_on, member.to_on) @> $2::date
  ) mine`;

/** The families in whose team somebody is on a day, and when something was last recorded of each. */
export const followedFamilies = (db: Database, sub: string, today: string): Promise<FollowedFamily[]> =>
  db.query(FOLLOWED, [sub, today]);

const UNCOVERED = `
  select family_id as "familyId", milestone_id as "milestoneId", starts_at as "startsAt" from known_covers
  where family_id = any($1::uuid[]) and starts_at >= $2 and status in ('UNCOVERED', 'PARTIAL')
  order by starts_at, milestone_id`;

/** Upcoming milestones that early-childhood told were not covered; for ordering and alerts only. */
export const uncoveredMilestones = (
  db: Database,
  familyIds: string[],
  now: Date,
): Promise<UncoveredMilestone[]> => db.query(UNCOVERED, [familyIds, now]);

const OPEN_OFFERS = `
  select family_id as "familyId", offer_id as "offerId", expires_at as "expiresAt" from known_offers
  where family_id = any($1::uuid[]) and expires_at > $2`;

/** Offers of a place that early-childhood told wait for an answer; for alerts only. */
export const openOffers = (db: Database, familyIds: string[], now: Date): Promise<OpenOffer[]> =>
  db.query(OPEN_OFFERS, [familyIds, now]);
