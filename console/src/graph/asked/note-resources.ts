// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { NoteResourcesMutation, NoteResourcesMutationVariables } from './types.ts';

export const NoteResources: Document<NoteResourcesMutation, NoteResourcesMutationVariables> = document("mutation NoteResources($input:RecordResourcesInput!){recordResources(input:$input){resources{id year}refusal{reason message}}}");
