// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { FixCommissionMutation, FixCommissionMutationVariables } from './types.ts';

export const FixCommission: Document<FixCommissionMutation, FixCommissionMutationVariables> = document("mutation FixCommission($input:ScheduleCommissionInput!){scheduleCommission(input:$input){commission{id heldOn}refusal{reason message isQuestion}}}");
