// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { NoteReturnMutation, NoteReturnMutationVariables } from './types.ts';

export const NoteReturn: Document<NoteReturnMutation, NoteReturnMutationVariables> = document("mutation NoteReturn($input:RecordReturnToWorkInput!){recordReturnToWork(input:$input){returnToWork{id kind startsOn}refusal{reason message}}}");
