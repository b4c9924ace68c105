// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { NoteReviewMutation, NoteReviewMutationVariables } from './types.ts';

export const NoteReview: Document<NoteReviewMutation, NoteReviewMutationVariables> = document("mutation NoteReview($input:ReviewBreakGlassInput!){reviewBreakGlass(input:$input){access{id finding}refusal{reason message}}}");
