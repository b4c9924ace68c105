// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { AnswerWhoAsksMutation, AnswerWhoAsksMutationVariables } from './types.ts';

export const AnswerWhoAsks: Document<AnswerWhoAsksMutation, AnswerWhoAsksMutationVariables> = document("mutation AnswerWhoAsks($input:AnswerMembershipRequestInput!){answerMembershipRequest(input:$input){request{id status}notYetTold refusal{reason message}}}");
