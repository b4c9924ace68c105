// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { EndOrLookAtPlacementMutation, EndOrLookAtPlacementMutationVariables } from './types.ts';

export const EndOrLookAtPlacement: Document<EndOrLookAtPlacementMutation, EndOrLookAtPlacementMutationVariables> = document("mutation EndOrLookAtPlacement($input:EndPlacementInput!){endPlacement(input:$input){placement{id status startsOn endsOn}uncoveredMilestones{startsAt endsAt status milestone{id}}lackingStays{startsAt endsAt obstacle{message}}refusal{reason message}}}");
