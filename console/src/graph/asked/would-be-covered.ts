// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { WouldBeCoveredQuery, WouldBeCoveredQueryVariables } from './types.ts';

export const WouldBeCovered: Document<WouldBeCoveredQuery, WouldBeCoveredQueryVariables> = document("query WouldBeCovered($jobSeekerId:ID!$startsAt:DateTime!$endsAt:DateTime!$travelMinutes:Int!){jobSeeker(id:$jobSeekerId){id coverForecast(startsAt:$startsAt endsAt:$endsAt travelMinutes:$travelMinutes){status couldBeCovered neededFrom neededTo children{firstName isIfBornAsExpected status missing{startsAt endsAt}couldBeBooked{startsAt endsAt}}}}}");
