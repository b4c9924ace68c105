// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { AnnounceOrLookAtAbsenceMutation, AnnounceOrLookAtAbsenceMutationVariables } from './types.ts';

export const AnnounceOrLookAtAbsence: Document<AnnounceOrLookAtAbsenceMutation, AnnounceOrLookAtAbsenceMutationVariables> = document("mutation AnnounceOrLookAtAbsence($input:AnnounceAbsenceInput!){announceAbsence(input:$input){placement{id status startsOn endsOn}uncoveredMilestones{startsAt endsAt status milestone{id}}lackingStays{startsAt endsAt obstacle{message}}refusal{reason message}}}");
