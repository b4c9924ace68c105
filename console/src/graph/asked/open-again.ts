// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { OpenAgainMutation, OpenAgainMutationVariables } from './types.ts';

export const OpenAgain: Document<OpenAgainMutation, OpenAgainMutationVariables> = document("mutation OpenAgain($input:WithdrawClosureInput!){withdrawClosure(input:$input){bookedAgain notBookedAgain refusal{reason message}}}");
