// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { MergeOrLookMutation, MergeOrLookMutationVariables } from './types.ts';

export const MergeOrLook: Document<MergeOrLookMutation, MergeOrLookMutationVariables> = document("mutation MergeOrLook($input:MergeFamiliesInput!){mergeFamilies(input:$input){family{id reference displayName}moved{adults children bookings placements careRequests milestones}overlappingBookings{id startsAt endsAt child{id firstName}}notYetTold refusal{reason message}}}");
