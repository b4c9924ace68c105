// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { AskWhetherKnownMutation, AskWhetherKnownMutationVariables } from './types.ts';

export const AskWhetherKnown: Document<AskWhetherKnownMutation, AskWhetherKnownMutationVariables> = document("mutation AskWhetherKnown($input:LookUpFamilyInput!){lookUpFamily(input:$input){lookup{exists handle nextStep}refusal{reason message}}}");
