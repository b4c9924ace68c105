// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { PlanSeriesMutation, PlanSeriesMutationVariables } from './types.ts';

export const PlanSeries: Document<PlanSeriesMutation, PlanSeriesMutationVariables> = document("mutation PlanSeries($input:ScheduleMilestoneSeriesInput!){scheduleMilestoneSeries(input:$input){milestones{id startsAt endsAt}refusal{reason message isQuestion}}}");
