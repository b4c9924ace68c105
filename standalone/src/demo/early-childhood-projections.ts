import type { DemoEntitlement, DemoFamily, EntitlementStatus } from './demo-family.ts';
import { objectsToBenefitsAtCare } from './kept-from-others.ts';
import { statusesOf } from './make-job-search-history.ts';

/** What early-childhood would have learnt from employment's events. */
export const knownMilestoneRows = ({ id: family_id, milestones, jobSeekers }: DemoFamily) =>
  milestones.map(({ id, jobSeekerId, startsAt, endsAt, travelMinutes, status }) => ({
    id,
    family_id,
    starts_at: startsAt,
    ends_at: endsAt,
    travel_minutes: travelMinutes,
    status,
    version: statusesOf({ status }).length,
    advisor_id: jobSeekers.find((each) => each.id === jobSeekerId)?.advisorId ?? null,
  }));

/** What the state of an RSA file means for the family, as social-protection tells it. */
const meanings = {
  PENDING: 'PENDING',
  REFUSED: 'NONE',
  OPEN: 'RECEIVING',
  SUSPENDED: 'SUSPENDED',
  PAYMENT_SUSPENDED: 'SUSPENDED',
  CLOSED: 'NONE',
} satisfies Record<EntitlementStatus, string>;

const periodsOf = ({ states }: DemoEntitlement) =>
  states
    .map(({ state, from }) => ({ status: meanings[state], from }))
    .filter(({ status }, index, all) => status !== all[index - 1]?.status);

/** What early-childhood would have learnt from social-protection's events: days without amounts. */
export const incomeSupportRows = ({ id: family_id, reference, entitlements }: DemoFamily) =>
  // Nobody in the demo has two RSA files, so that their periods need no merging.
  (objectsToBenefitsAtCare({ reference }) ? [] : entitlements)
    .filter(({ scheme }) => scheme === 'RSA')
    .flatMap(periodsOf)
    .map(({ status, from }, index, all) => ({
      family_id,
      status,
      starts_on: from,
      ends_on: all[index + 1]?.from.subtract({ days: 1 }) ?? null,
    }));
