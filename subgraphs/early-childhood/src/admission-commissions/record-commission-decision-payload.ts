import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, ObjectType } from 'type-graphql';
import { CareRequest } from '../care-requests/care-request.ts';
import { commissionMessages } from './commission.messages.ts';
import { CommissionDecision } from './commission-decision.ts';
import type { RecordCommissionDecisionRefusalReason } from './record-commission-decision.ts';

export const RecordCommissionDecisionRefusal = refusalOfCatalogue<RecordCommissionDecisionRefusalReason>(
  'RecordCommissionDecisionRefusal',
  {
    UNKNOWN_COMMISSION: 'No commission has this id.',
    UNKNOWN_CARE_REQUEST: 'No request has this id.',
    UNKNOWN_SECTION: 'No section has this id.',
    COMMISSION_CLOSED: 'The commission is closed.',
    NOT_HELD_YET: 'The commission sits on a later day.',
    STALE_VERSION: 'The request changed since it was read.',
    NOT_LONG_TERM: 'Commissions decide on long-term care only.',
    NOT_WAITING: 'The request does not wait for a place.',
    ALREADY_DECIDED: 'This commission decided on the request already.',
    SECTION_MISSING: 'A place was granted, and no section named.',
    SECTION_NOT_FOR_THIS_DECISION: 'A section was named, and no place granted.',
    REASON_MISSING: 'No place was granted, and no reason given.',
    CONFLICT: 'This id was already used for another decision.',
  },
  commissionMessages,
);

@ObjectType({ description: 'The decision recorded, or why it was not.' })
export class RecordCommissionDecisionPayload {
  @Field(() => CommissionDecision, { nullable: true, description: 'The decision; absent when refused.' })
  commissionDecision?: CommissionDecision;

  @Field(() => CareRequest, {
    nullable: true,
    description: 'The request as it stands now; absent when refused.',
  })
  careRequest?: CareRequest;

  @Field(() => RecordCommissionDecisionRefusal, {
    nullable: true,
    description: 'Why it was not recorded; absent when it was.',
  })
  refusal?: InstanceType<typeof RecordCommissionDecisionRefusal>;
}
