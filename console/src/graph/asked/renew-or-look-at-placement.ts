// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { RenewOrLookAtPlacementMutation, RenewOrLookAtPlacementMutationVariables } from './types.ts';

export const RenewOrLookAtPlacement: Document<RenewOrLookAtPlacementMutation, RenewOrLookAtPlacementMutationVariables> = document("mutation RenewOrLookAtPlacement($input:RenewPlacementInput!){renewPlacement(input:$input){placement{id status startsOn endsOn}uncoveredMilestones{startsAt endsAt status milestone{id}}lackingStays{startsAt endsAt obstacle{message}}refusal{reason message}}}");
