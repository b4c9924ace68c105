// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { SuspendOrLookAtPlacementMutation, SuspendOrLookAtPlacementMutationVariables } from './types.ts';

export const SuspendOrLookAtPlacement: Document<SuspendOrLookAtPlacementMutation, SuspendOrLookAtPlacementMutationVariables> = document("mutation SuspendOrLookAtPlacement($input:SuspendPlacementInput!){suspendPlacement(input:$input){placement{id status startsOn endsOn}uncoveredMilestones{startsAt endsAt status milestone{id}}lackingStays{startsAt endsAt obstacle{message}}refusal{reason message}}}");
