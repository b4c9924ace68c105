// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { FindFamiliesQuery, FindFamiliesQueryVariables } from './types.ts';

export const FindFamilies: Document<FindFamiliesQuery, FindFamiliesQueryVariables> = document("query FindFamilies($search:String!$after:String){families(search:$search first:20 after:$after){edges{node{id reference displayName householdKind district{id name}adults{id firstName lastName}children{id firstName birthDate}}}pageInfo{hasNextPage endCursor}}}");
