import type { DemoCareRequest, LivingFamily } from './demo-life.ts';

/** As it was proposed when the demo city looks back: by the service point, on the day after the request. */
const alternativesOf = ({ id, alternative, alternativeContact, submittedAt }: DemoCareRequest) =>
  alternative === null
    ? []
    : [
        {
          id,
          text: alternative,
          contact: alternativeContact,
          phone: null,
          proposedAt: submittedAt,
          proposedBy: null,
          replacedById: null,
        },
      ];

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
    alternatives: alternativesOf(each),
    confirmed_at: each.submittedAt,
    notice_sent_at: each.noticeSentAt,
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
