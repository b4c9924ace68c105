// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { SessionsEndedQuery, SessionsEndedQueryVariables } from './types.ts';

export const SessionsEnded: Document<SessionsEndedQuery, SessionsEndedQueryVariables> = document("query SessionsEnded($after:String){sessionEndings(first:20 after:$after){edges{node{id endedAt person endedBy}}pageInfo{hasNextPage endCursor}}}");
