// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { RegisterItMutation, RegisterItMutationVariables } from './types.ts';

export const RegisterIt: Document<RegisterItMutation, RegisterItMutationVariables> = document("mutation RegisterIt($input:RegisterFamilyInput!){registerFamily(input:$input){family{id reference displayName}possibleDuplicates{child{id firstName}nextStep}notYetTold refusal{reason message isQuestion}}}");
