// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { DecideInCommissionMutation, DecideInCommissionMutationVariables } from './types.ts';

export const DecideInCommission: Document<DecideInCommissionMutation, DecideInCommissionMutationVariables> = document("mutation DecideInCommission($input:RecordCommissionDecisionInput!){recordCommissionDecision(input:$input){commissionDecision{id decision}refusal{reason message}}}");
