// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { SignContractMutation, SignContractMutationVariables } from './types.ts';

export const SignContract: Document<SignContractMutation, SignContractMutationVariables> = document("mutation SignContract($input:AgreeEngagementContractInput!){agreeEngagementContract(input:$input){engagementContract{id weeklyHoursToday}refusal{reason message}}}");
