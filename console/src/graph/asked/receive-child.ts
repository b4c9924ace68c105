// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { ReceiveChildMutation, ReceiveChildMutationVariables } from './types.ts';

export const ReceiveChild: Document<ReceiveChildMutation, ReceiveChildMutationVariables> = document("mutation ReceiveChild($input:AdmitChildInput!){admitChild(input:$input){placement{id version}refusal{reason message}}}");
