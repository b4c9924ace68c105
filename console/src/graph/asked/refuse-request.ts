// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { RefuseRequestMutation, RefuseRequestMutationVariables } from './types.ts';

export const RefuseRequest: Document<RefuseRequestMutation, RefuseRequestMutationVariables> = document("mutation RefuseRequest($input:RefuseCareRequestInput!){refuseCareRequest(input:$input){careRequest{id version}refusal{reason message}}}");
