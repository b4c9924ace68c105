// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { PlanMilestoneMutation, PlanMilestoneMutationVariables } from './types.ts';

export const PlanMilestone: Document<PlanMilestoneMutation, PlanMilestoneMutationVariables> = document("mutation PlanMilestone($input:ScheduleMilestoneInput!){scheduleMilestone(input:$input){milestone{id version startsAt endsAt}refusal{reason message isQuestion}}}");
