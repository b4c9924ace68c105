// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { PartAgainOrLookMutation, PartAgainOrLookMutationVariables } from './types.ts';

export const PartAgainOrLook: Document<PartAgainOrLookMutation, PartAgainOrLookMutationVariables> = document("mutation PartAgainOrLook($input:UndoMergeInput!){undoMerge(input:$input){files{familyId reference adults children bookings placements careRequests milestones}notYetTold refusal{reason message}}}");
