// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { ChangeBenefitMutation, ChangeBenefitMutationVariables } from './types.ts';

export const ChangeBenefit: Document<ChangeBenefitMutation, ChangeBenefitMutationVariables> = document("mutation ChangeBenefit($input:ChangeEntitlementStateInput!){changeEntitlementState(input:$input){entitlement{id state}refusal{reason message}}}");
