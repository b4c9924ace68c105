// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { ChangeOrLookAtPlacementMutation, ChangeOrLookAtPlacementMutationVariables } from './types.ts';

export const ChangeOrLookAtPlacement: Document<ChangeOrLookAtPlacementMutation, ChangeOrLookAtPlacementMutationVariables> = document("mutation ChangeOrLookAtPlacement($input:ChangePlacementInput!){changePlacement(input:$input){placement{...PlacementBecomes}uncoveredMilestones{...LosesCover}lackingStays{...StaysLacking}refusal{reason message}}}fragment PlacementBecomes on Placement{id status startsOn endsOn section{id name centre{id name}}}fragment LosesCover on UncoveredMilestone{startsAt endsAt status milestone{id}}fragment StaysLacking on LackingStay{startsAt endsAt obstacle{message}}");
