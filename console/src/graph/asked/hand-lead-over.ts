// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { HandLeadOverMutation, HandLeadOverMutationVariables } from './types.ts';

export const HandLeadOver: Document<HandLeadOverMutation, HandLeadOverMutationVariables> = document("mutation HandLeadOver($input:HandOverLeadInput!){handOverLead(input:$input){lead{id}notYetTold refusal{reason message}}}");
