// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { LostToClosureQuery, LostToClosureQueryVariables } from './types.ts';

export const LostToClosure: Document<LostToClosureQuery, LostToClosureQueryVariables> = document("query LostToClosure($closureId:ID!$after:String){careLostToClosure(closureId:$closureId first:20 after:$after){edges{node{startsAt endsAt booking{id child{id firstName}family{id reference displayName}}options(first:3){kind startsAt endsAt isWholeTime section{id name}centre{id name}}}}pageInfo{hasNextPage endCursor}}}");
