// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { NoteObjectionMutation, NoteObjectionMutationVariables } from './types.ts';

export const NoteObjection: Document<NoteObjectionMutation, NoteObjectionMutationVariables> = document("mutation NoteObjection($input:RecordObjectionInput!){recordObjection(input:$input){objection{id}notYetTold refusal{reason message}}}");
