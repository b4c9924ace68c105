// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { ThoseWithoutCareQuery, ThoseWithoutCareQueryVariables } from './types.ts';

export const ThoseWithoutCare: Document<ThoseWithoutCareQuery, ThoseWithoutCareQueryVariables> = document("query ThoseWithoutCare($from:DateTime!$to:DateTime!$districtId:ID$after:String){milestonesWithoutCare(from:$from to:$to districtId:$districtId first:30 after:$after){totalCount isExact edges{node{startsAt endsAt status milestone{id version family{id reference displayName}}}}pageInfo{hasNextPage endCursor}}}");
