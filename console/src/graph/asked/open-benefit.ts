// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { OpenBenefitMutation, OpenBenefitMutationVariables } from './types.ts';

export const OpenBenefit: Document<OpenBenefitMutation, OpenBenefitMutationVariables> = document("mutation OpenBenefit($input:OpenEntitlementInput!){openEntitlement(input:$input){entitlement{id state}refusal{reason message}}}");
