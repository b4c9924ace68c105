// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { WhoWaitsAtDeskQuery, WhoWaitsAtDeskQueryVariables } from './types.ts';

export const WhoWaitsAtDesk: Document<WhoWaitsAtDeskQuery, WhoWaitsAtDeskQueryVariables> = document("query WhoWaitsAtDesk($after:String){jobSeekersAtDesk(first:20 after:$after){edges{node{id version since registeredOn category romeCode}}pageInfo{hasNextPage endCursor}}}");
