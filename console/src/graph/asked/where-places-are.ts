// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { WherePlacesAreQuery, WherePlacesAreQueryVariables } from './types.ts';

export const WherePlacesAre: Document<WherePlacesAreQuery, WherePlacesAreQueryVariables> = document("query WherePlacesAre($from:DateTime!$to:DateTime!$ageMonths:Int$districtId:ID$after:String){freePlaces(from:$from to:$to ageMonths:$ageMonths districtId:$districtId first:20 after:$after){totalCount isExact edges{node{freePlaces section{id name centre{id name}}}}pageInfo{hasNextPage endCursor}}}");
