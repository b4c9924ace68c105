// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { WhatIsNewInCareQuery, WhatIsNewInCareQueryVariables } from './types.ts';

export const WhatIsNewInCare: Document<WhatIsNewInCareQuery, WhatIsNewInCareQueryVariables> = document("query WhatIsNewInCare($since:DateTime!){careNews(since:$since first:15){edges{node{id at familyId sentence}}pageInfo{hasNextPage}}}");
