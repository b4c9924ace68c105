// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { GiveBackCoverMutation, GiveBackCoverMutationVariables } from './types.ts';

export const GiveBackCover: Document<GiveBackCoverMutation, GiveBackCoverMutationVariables> = document("mutation GiveBackCover($input:UncoverMilestoneInput!){uncoverMilestone(input:$input){bookings{id status}cover{status}refusal{reason message}}}");
