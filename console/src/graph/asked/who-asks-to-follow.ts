// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { WhoAsksToFollowQuery, WhoAsksToFollowQueryVariables } from './types.ts';

export const WhoAsksToFollow: Document<WhoAsksToFollowQuery, WhoAsksToFollowQueryVariables> = document("query WhoAsksToFollow($box:MembershipRequestBox!$after:String){membershipRequests(box:$box first:20 after:$after){edges{node{id version status reason askedAt declineReason family{id reference displayName}requester{id name role phone}}}pageInfo{hasNextPage endCursor}}}");
