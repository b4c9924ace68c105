// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { AnnounceOrLookAtAbsenceMutation, AnnounceOrLookAtAbsenceMutationVariables } from './types.ts';

export const AnnounceOrLookAtAbsence: Document<AnnounceOrLookAtAbsenceMutation, AnnounceOrLookAtAbsenceMutationVariables> = document("mutation AnnounceOrLookAtAbsence($input:AnnounceAbsenceInput!){announceAbsence(input:$input){placement{...PlacementBecomes}uncoveredMilestones{...LosesCover}lackingStays{...StaysLacking}refusal{reason message}}}fragment PlacementBecomes on Placement{id status startsOn endsOn section{id name centre{id name}}}fragment LosesCover on UncoveredMilestone{startsAt endsAt status milestone{id}}fragment StaysLacking on LackingStay{startsAt endsAt obstacle{message}}");
