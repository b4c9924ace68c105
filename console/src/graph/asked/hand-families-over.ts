// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { HandFamiliesOverMutation, HandFamiliesOverMutationVariables } from './types.ts';

export const HandFamiliesOver: Document<HandFamiliesOverMutation, HandFamiliesOverMutationVariables> = document("mutation HandFamiliesOver($input:TakeOverFamiliesInput!){takeOverFamilies(input:$input){families left notYetTold refusal{reason message}}}");
