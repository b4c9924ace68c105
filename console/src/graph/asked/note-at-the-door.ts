// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { NoteAtTheDoorMutation, NoteAtTheDoorMutationVariables } from './types.ts';

export const NoteAtTheDoor: Document<NoteAtTheDoorMutation, NoteAtTheDoorMutationVariables> = document("mutation NoteAtTheDoor($input:RecordAttendancesInput!){recordAttendances(input:$input){lines{id refusal{reason message}}refusal{reason message}}}");
