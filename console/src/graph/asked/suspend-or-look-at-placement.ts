// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { SuspendOrLookAtPlacementMutation, SuspendOrLookAtPlacementMutationVariables } from './types.ts';

export const SuspendOrLookAtPlacement: Document<SuspendOrLookAtPlacementMutation, SuspendOrLookAtPlacementMutationVariables> = document("mutation SuspendOrLookAtPlacement($input:SuspendPlacementInput!){suspendPlacement(input:$input){placement{...PlacementBecomes}uncoveredMilestones{...LosesCover}lackingStays{...StaysLacking}refusal{reason message}}}fragment PlacementBecomes on Placement{id status startsOn endsOn section{id name centre{id name}}}fragment LosesCover on UncoveredMilestone{startsAt endsAt status milestone{id}}fragment StaysLacking on LackingStay{startsAt endsAt obstacle{message}}");
