// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { SeekersIFollowQuery, SeekersIFollowQueryVariables } from './types.ts';

export const SeekersIFollow: Document<SeekersIFollowQuery, SeekersIFollowQueryVariables> = document("query SeekersIFollow($status:[JobSeekerStatus!]$after:String){myJobSeekers(status:$status first:30 after:$after){totalCount isExact edges{node{id status registeredOn closedOn romeCode adult{id firstName lastName}family{id reference milestones(first:3 upcoming:true){edges{node{id kind startsAt jobSeeker{id}childcareCover{status}}}}}engagementContract{id weeklyHoursToday}}}pageInfo{hasNextPage endCursor}}}");
