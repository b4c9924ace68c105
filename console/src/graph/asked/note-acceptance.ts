// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { NoteAcceptanceMutation, NoteAcceptanceMutationVariables } from './types.ts';

export const NoteAcceptance: Document<NoteAcceptanceMutation, NoteAcceptanceMutationVariables> = document("mutation NoteAcceptance($input:AcceptOfferInput!){acceptOffer(input:$input){careOffer{id version}refusal{reason message}}}");
