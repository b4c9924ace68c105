// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { NoteDeclineMutation, NoteDeclineMutationVariables } from './types.ts';

export const NoteDecline: Document<NoteDeclineMutation, NoteDeclineMutationVariables> = document("mutation NoteDecline($input:DeclineOfferInput!){declineOffer(input:$input){careOffer{id version}refusal{reason message}}}");
