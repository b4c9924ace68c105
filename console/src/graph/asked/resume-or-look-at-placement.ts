// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { ResumeOrLookAtPlacementMutation, ResumeOrLookAtPlacementMutationVariables } from './types.ts';

export const ResumeOrLookAtPlacement: Document<ResumeOrLookAtPlacementMutation, ResumeOrLookAtPlacementMutationVariables> = document("mutation ResumeOrLookAtPlacement($input:ResumePlacementInput!){resumePlacement(input:$input){placement{...PlacementBecomes}uncoveredMilestones{...LosesCover}lackingStays{...StaysLacking}refusal{reason message}}}fragment PlacementBecomes on Placement{id status startsOn endsOn section{id name centre{id name}}}fragment LosesCover on UncoveredMilestone{startsAt endsAt status milestone{id}}fragment StaysLacking on LackingStay{startsAt endsAt obstacle{message}}");
