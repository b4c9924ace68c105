// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { CoverByChoiceMutation, CoverByChoiceMutationVariables } from './types.ts';

export const CoverByChoice: Document<CoverByChoiceMutation, CoverByChoiceMutationVariables> = document("mutation CoverByChoice($input:CoverMilestoneInput!){coverMilestone(input:$input){bookings{id startsAt endsAt child{id firstName}section{id name centre{id name}}}cover{status}refusal{reason message}}}");
