// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { ReferralsInBoxQuery, ReferralsInBoxQueryVariables } from './types.ts';

export const ReferralsInBox: Document<ReferralsInBoxQuery, ReferralsInBoxQueryVariables> = document("query ReferralsInBox($box:ReferralBox!$after:String){referrals(box:$box first:20 after:$after){edges{node{id version status target message sentAt expiresOn isReminderDue declineReason family{id reference displayName}sender{id name role phone}addressee{id name role phone}}}pageInfo{hasNextPage endCursor}}}");
