// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { ProposeOtherwiseMutation, ProposeOtherwiseMutationVariables } from './types.ts';

export const ProposeOtherwise: Document<ProposeOtherwiseMutation, ProposeOtherwiseMutationVariables> = document("mutation ProposeOtherwise($input:ProposeAlternativeInput!){proposeAlternative(input:$input){careRequest{id version}refusal{reason message}}}");
