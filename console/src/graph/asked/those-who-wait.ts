// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { ThoseWhoWaitQuery, ThoseWhoWaitQueryVariables } from './types.ts';

export const ThoseWhoWait: Document<ThoseWhoWaitQuery, ThoseWhoWaitQueryVariables> = document("query ThoseWhoWait($filter:WaitingListFilterInput$after:String){waitingList(filter:$filter first:30 after:$after){totalCount isExact edges{node{id kind status firstDay submittedAt child{id firstName}family{id displayName}priority{score}}}pageInfo{hasNextPage endCursor}}}");
