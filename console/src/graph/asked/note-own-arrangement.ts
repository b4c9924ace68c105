// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { NoteOwnArrangementMutation, NoteOwnArrangementMutationVariables } from './types.ts';

export const NoteOwnArrangement: Document<NoteOwnArrangementMutation, NoteOwnArrangementMutationVariables> = document("mutation NoteOwnArrangement($input:RecordOwnArrangementInput!){recordOwnArrangement(input:$input){ownArrangement{id kind}refusal{reason message}}}");
