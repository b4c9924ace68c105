// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { CoverChoicesQuery, CoverChoicesQueryVariables } from './types.ts';

export const CoverChoices: Document<CoverChoicesQuery, CoverChoicesQueryVariables> = document("query CoverChoices($id:ID!){milestone(id:$id){id version childcareCover{status children{child{id firstName}status gaps{startsAt endsAt options(first:4){section{id name minAgeMonths maxAgeMonths}centre{id name address{street city}}startsAt endsAt isWholeTime score reasons{criterion contribution sentence}}nearestMisses(first:3){section{id name}centre{id name}obstacles{reason sentence}}}}}}}");
