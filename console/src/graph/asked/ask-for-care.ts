// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { AskForCareMutation, AskForCareMutationVariables } from './types.ts';

export const AskForCare: Document<AskForCareMutation, AskForCareMutationVariables> = document("mutation AskForCare($input:SubmitCareRequestInput!){submitCareRequest(input:$input){careRequest{id status kind}refusal{reason message isQuestion}}}");
