// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { PutIntoDirectoryMutation, PutIntoDirectoryMutationVariables } from './types.ts';

export const PutIntoDirectory: Document<PutIntoDirectoryMutation, PutIntoDirectoryMutationVariables> = document("mutation PutIntoDirectory($input:RecordProfessionalInput!){recordProfessional(input:$input){professional{id name}refusal{reason message}}}");
