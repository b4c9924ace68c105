// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { DaysThatSuitQuery, DaysThatSuitQueryVariables } from './types.ts';

export const DaysThatSuit: Document<DaysThatSuitQuery, DaysThatSuitQueryVariables> = document("query DaysThatSuit($jobSeekerId:ID!$from:Date!$to:Date!){jobSeeker(id:$jobSeekerId){id adult{id firstName lastName}coverForecastOfDays(from:$from to:$to){date status covered{startsAt endsAt}couldBeCovered{startsAt endsAt}}}}");
