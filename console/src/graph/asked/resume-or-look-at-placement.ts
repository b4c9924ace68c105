// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { ResumeOrLookAtPlacementMutation, ResumeOrLookAtPlacementMutationVariables } from './types.ts';

export const ResumeOrLookAtPlacement: Document<ResumeOrLookAtPlacementMutation, ResumeOrLookAtPlacementMutationVariables> = document("mutation ResumeOrLookAtPlacement($input:ResumePlacementInput!){resumePlacement(input:$input){placement{id status startsOn endsOn}uncoveredMilestones{startsAt endsAt status milestone{id}}lackingStays{startsAt endsAt obstacle{message}}refusal{reason message}}}");
