// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { PutReferralRightMutation, PutReferralRightMutationVariables } from './types.ts';

export const PutReferralRight: Document<PutReferralRightMutation, PutReferralRightMutationVariables> = document("mutation PutReferralRight($input:CorrectReferralInput!){correctReferral(input:$input){referral{id}notYetTold refusal{reason message}}}");
