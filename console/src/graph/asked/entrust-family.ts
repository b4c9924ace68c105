// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { EntrustFamilyMutation, EntrustFamilyMutationVariables } from './types.ts';

export const EntrustFamily: Document<EntrustFamilyMutation, EntrustFamilyMutationVariables> = document("mutation EntrustFamily($input:SendReferralInput!){sendReferral(input:$input){referral{id status}notYetTold refusal{reason message isQuestion}}}");
