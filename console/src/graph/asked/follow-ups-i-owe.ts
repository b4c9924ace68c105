// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { FollowUpsIOweQuery, FollowUpsIOweQueryVariables } from './types.ts';

export const FollowUpsIOwe: Document<FollowUpsIOweQuery, FollowUpsIOweQueryVariables> = document("query FollowUpsIOwe($after:String){dueFollowUps(first:50 after:$after){edges{node{point dueOn returnToWork{id kind title startsOn jobSeeker{id adult{id firstName lastName phone}}}}}pageInfo{hasNextPage endCursor}}}");
