import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import { numberedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';

const FollowedRow = rowOf({ familyId: ['mine.family_id', id], lastActivity: ['last_activity', instant] });
export type FollowedFamily = RowFrom<typeof FollowedRow>;

/** Notes for their author alone are left out: a worklist must not tell others that there is one. */
const followedText = (seen: string): string => `
  select ${FollowedRow.columns}
  from (
    select distinct member.family_id
    from support_team_members member join professionals on professionals.id = member.professional_id
    where professionals.sub = $1 and daterange(member.from_on, member.to_on) @> $2::date
      and ${seen}
  ) mine, lateral (select greatest(
    (select max(recorded_at) from support_team_members where family_id = mine.family_id),
    (select max(recorded_at) from resources where family_id = mine.family_id),
    (select max(mistaken_at) from entitlements where family_id = mine.family_id),
    (select max(recorded_at) from entitlements join entitlement_states on entitlement_id = entitlements.id
      where family_id = mine.family_id),
    (select max(greatest(sent_at, decided_at, withdrawn_at)) from referrals where family_id = mine.family_id),
    (select max(written_at) from notes where family_id = mine.family_id and audience <> 'AUTHOR'),
    (select max(greatest(added_at, done_at)) from tasks where family_id = mine.family_id)
  ) as last_activity) as recorded`;

type Follower = { readonly sub: string; readonly today: string; readonly seen: SeenFilter };

/** The families in whose team somebody is on a day and which they see, and when something was last recorded of each. */
export const followedFamilies = (db: Database, { sub, today, seen }: Follower): Promise<FollowedFamily[]> => {
  const parameters: unknown[] = [sub, today];
  const seenHere = seen('member.family_id', numberedIn(parameters));
  return rowsOf(db, FollowedRow, followedText(seenHere), parameters);
};

const UncoveredRow = rowOf({
  familyId: ['family_id', id],
  milestoneId: ['milestone_id', id],
  startsAt: ['starts_at', instant],
});
export type UncoveredMilestone = RowFrom<typeof UncoveredRow>;

const UNCOVERED = `
  select ${UncoveredRow.columns} from known_covers
  where family_id = any($1::uuid[]) and starts_at >= $2 and status in ('UNCOVERED', 'PARTIAL')
  order by starts_at, milestone_id`;

/** Upcoming milestones that early-childhood told were not covered; for ordering and alerts only. */
export const uncoveredMilestones = (
  db: Database,
  familyIds: string[],
  now: Date,
): Promise<UncoveredMilestone[]> => rowsOf(db, UncoveredRow, UNCOVERED, [familyIds, now]);

const OfferRow = rowOf({
  familyId: ['family_id', id],
  offerId: ['offer_id', id],
  expiresAt: ['expires_at', instant],
});
export type OpenOffer = RowFrom<typeof OfferRow>;

const OPEN_OFFERS = `
  select ${OfferRow.columns} from known_offers
  where family_id = any($1::uuid[]) and expires_at > $2 and is_open`;

/** Offers of a place that early-childhood told wait for an answer; for alerts only. */
export const openOffers = (db: Database, familyIds: string[], now: Date): Promise<OpenOffer[]> =>
  rowsOf(db, OfferRow, OPEN_OFFERS, [familyIds, now]);
