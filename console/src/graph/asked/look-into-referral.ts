// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { LookIntoReferralMutation, LookIntoReferralMutationVariables } from './types.ts';

export const LookIntoReferral: Document<LookIntoReferralMutation, LookIntoReferralMutationVariables> = document("mutation LookIntoReferral($input:MarkReferralSeenInput!){markReferralSeen(input:$input){referral{id status}notYetTold refusal{reason message}}}");
