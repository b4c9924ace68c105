import type { LivingFamily } from './demo-life.ts';

export const careRequestRows = ({ id: family_id, careRequests }: LivingFamily) =>
  careRequests.map((each) => ({
    id: each.id,
    child_id: each.childId,
    family_id,
    kind: each.kind,
    status: each.status,
    first_day: each.firstDay,
    last_day: each.lastDay,
    weekly_pattern: each.weeklyPattern,
    stretches: each.stretches,
    emergency_reason: each.emergencyReason,
    milestone_id: null,
    ranked_centre_ids: each.rankedCentreIds,
    facilities: [],
    submitted_at: each.submittedAt,
    refusal_reason: each.refusalReason,
    alternative: each.alternative,
    alternative_contact: each.alternativeContact,
    version: each.version,
  }));

export const careStepRows = ({ id: family_id, careSteps }: LivingFamily) =>
  careSteps.map((each) => ({
    id: each.id,
    family_id,
    child_id: each.childId,
    subject_id: each.subjectId,
    kind: each.kind,
    at: each.at,
    done_by: each.doneBy,
    facts: each.facts,
  }));
