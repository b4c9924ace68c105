// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { ChangeEntryOfColleagueMutation, ChangeEntryOfColleagueMutationVariables } from './types.ts';

export const ChangeEntryOfColleague: Document<ChangeEntryOfColleagueMutation, ChangeEntryOfColleagueMutationVariables> = document("mutation ChangeEntryOfColleague($input:ChangeProfessionalInput!){changeProfessional(input:$input){professional{id version}refusal{reason message}}}");
