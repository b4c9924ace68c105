// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { NoteFollowUpMutation, NoteFollowUpMutationVariables } from './types.ts';

export const NoteFollowUp: Document<NoteFollowUpMutation, NoteFollowUpMutationVariables> = document("mutation NoteFollowUp($input:RecordFollowUpInput!){recordFollowUp(input:$input){followUp{id outcome}refusal{reason message}}}");
