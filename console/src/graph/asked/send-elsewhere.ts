// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { SendElsewhereMutation, SendElsewhereMutationVariables } from './types.ts';

export const SendElsewhere: Document<SendElsewhereMutation, SendElsewhereMutationVariables> = document("mutation SendElsewhere($input:BookBackupsInput!){bookBackups(input:$input){lines{id booking{id}refusal{reason message}}refusal{reason message}}}");
