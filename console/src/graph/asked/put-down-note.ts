// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { PutDownNoteMutation, PutDownNoteMutationVariables } from './types.ts';

export const PutDownNote: Document<PutDownNoteMutation, PutDownNoteMutationVariables> = document("mutation PutDownNote($input:WriteNoteInput!){writeNote(input:$input){note{id}refusal{reason message}}}");
