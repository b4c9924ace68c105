// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { AdvisorBoardQuery, AdvisorBoardQueryVariables } from './types.ts';

export const AdvisorBoard: Document<AdvisorBoardQuery, AdvisorBoardQueryVariables> = document("query AdvisorBoard($from:DateTime!$to:DateTime!$after:String){milestones(from:$from to:$to order:BY_TIME first:50 after:$after){edges{node{...BoardMilestone family{id reference displayName}}}pageInfo{hasNextPage endCursor}}}fragment BoardMilestone on Milestone{id kind title startsAt endsAt travelMinutes place isRemote status version bookings{id startsAt endsAt status child{id firstName}section{id name centre{id name}}}childcareCover{status neededFrom neededTo children{child{id firstName}status gaps{startsAt endsAt options(first:1){section{id name}centre{id name}startsAt endsAt isWholeTime}}}}}");
