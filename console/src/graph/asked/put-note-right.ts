// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { PutNoteRightMutation, PutNoteRightMutationVariables } from './types.ts';

export const PutNoteRight: Document<PutNoteRightMutation, PutNoteRightMutationVariables> = document("mutation PutNoteRight($input:CorrectNoteInput!){correctNote(input:$input){note{id}refusal{reason message}}}");
