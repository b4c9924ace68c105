// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { WhatHappenedQuery, WhatHappenedQueryVariables } from './types.ts';

export const WhatHappened: Document<WhatHappenedQuery, WhatHappenedQueryVariables> = document("query WhatHappened($reference:String!$first:Int!){family(reference:$reference){id careTimeline(first:$first){...Told}jobSearchTimeline(first:$first){...Told}benefitsTimeline(first:$first){...Told}}}fragment Told on TimelineEntryConnection{edges{node{id at kind sentence}}pageInfo{hasNextPage}}");
