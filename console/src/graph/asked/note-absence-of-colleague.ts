// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { NoteAbsenceOfColleagueMutation, NoteAbsenceOfColleagueMutationVariables } from './types.ts';

export const NoteAbsenceOfColleague: Document<NoteAbsenceOfColleagueMutation, NoteAbsenceOfColleagueMutationVariables> = document("mutation NoteAbsenceOfColleague($input:RecordAbsenceInput!){recordAbsence(input:$input){professional{id name}refusal{reason message}}}");
