import { incomeSupportPeriods } from '@relais/social-protection/benefits-status/benefits-status.rules.ts';
import type { DemoEntitlement, DemoFamily } from './demo-family.ts';

/** What early-childhood would have learnt from employment's events. */
export const knownMilestoneRows = ({ id: family_id, milestones }: DemoFamily) =>
  milestones.map(({ id, startsAt, endsAt, travelMinutes, status }) => ({
    id,
    family_id,
    starts_at: startsAt,
    ends_at: endsAt,
    travel_minutes: travelMinutes,
    status,
    version: 1,
  }));

const fileOf = (familyId: string, { id, adultId, scheme, source, states }: DemoEntitlement) => ({
  id,
  familyId,
  adultId,
  scheme,
  source,
  version: states.length,
  states: states.map((state, index) => ({
    ...state,
    entitlementId: id,
    version: index + 1,
    to: null,
    recordedBy: '',
  })),
});

/** What early-childhood would have learnt from social-protection's events: days without amounts. */
export const incomeSupportRows = ({ id: family_id, entitlements }: DemoFamily) =>
  incomeSupportPeriods(entitlements.map((each) => fileOf(family_id, each))).map(({ status, from, to }) => ({
    family_id,
    status,
    starts_on: from,
    ends_on: to?.subtract({ days: 1 }) ?? null,
  }));
