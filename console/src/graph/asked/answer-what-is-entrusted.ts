// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { AnswerWhatIsEntrustedMutation, AnswerWhatIsEntrustedMutationVariables } from './types.ts';

export const AnswerWhatIsEntrusted: Document<AnswerWhatIsEntrustedMutation, AnswerWhatIsEntrustedMutationVariables> = document("mutation AnswerWhatIsEntrusted($input:AnswerReferralInput!){answerReferral(input:$input){referral{id status}notYetTold refusal{reason message}}}");
