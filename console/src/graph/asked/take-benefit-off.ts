// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { TakeBenefitOffMutation, TakeBenefitOffMutationVariables } from './types.ts';

export const TakeBenefitOff: Document<TakeBenefitOffMutation, TakeBenefitOffMutationVariables> = document("mutation TakeBenefitOff($input:CorrectMistakenEntitlementInput!){correctMistakenEntitlement(input:$input){entitlement{id}refusal{reason message}}}");
