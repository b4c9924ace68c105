// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { ColleaguesQuery, ColleaguesQueryVariables } from './types.ts';

export const Colleagues: Document<ColleaguesQuery, ColleaguesQueryVariables> = document("query Colleagues($search:String$agencyId:String$withDeparted:Boolean!$after:String){professionals(search:$search agencyId:$agencyId withDeparted:$withDeparted first:30 after:$after){edges{node{id version sub name role agency place phone districtIds isAbsent absentFrom absentTo hasDeparted departedOn standIn{id name}}}pageInfo{hasNextPage endCursor}}}");
