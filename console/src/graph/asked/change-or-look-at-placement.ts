// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { ChangeOrLookAtPlacementMutation, ChangeOrLookAtPlacementMutationVariables } from './types.ts';

export const ChangeOrLookAtPlacement: Document<ChangeOrLookAtPlacementMutation, ChangeOrLookAtPlacementMutationVariables> = document("mutation ChangeOrLookAtPlacement($input:ChangePlacementInput!){changePlacement(input:$input){placement{id status startsOn endsOn}uncoveredMilestones{startsAt endsAt status milestone{id}}lackingStays{startsAt endsAt obstacle{message}}refusal{reason message}}}");
