// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { FamiliesThatNeedMeQuery, FamiliesThatNeedMeQueryVariables } from './types.ts';

export const FamiliesThatNeedMe: Document<FamiliesThatNeedMeQuery, FamiliesThatNeedMeQueryVariables> = document("query FamiliesThatNeedMe($after:String){myFamilies(first:30 after:$after){edges{node{family{id reference displayName}alerts{kind subjectId at message}}}pageInfo{hasNextPage endCursor}}}");
