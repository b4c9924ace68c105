// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { EndCommissionMutation, EndCommissionMutationVariables } from './types.ts';

export const EndCommission: Document<EndCommissionMutation, EndCommissionMutationVariables> = document("mutation EndCommission($input:CloseCommissionInput!){closeCommission(input:$input){commission{id status}refusal{reason message}}}");
