// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { PlacesOfferedQuery, PlacesOfferedQueryVariables } from './types.ts';

export const PlacesOffered: Document<PlacesOfferedQuery, PlacesOfferedQueryVariables> = document("query PlacesOffered($status:[CareOfferStatus!]$after:String){careOffers(status:$status first:30 after:$after){totalCount isExact edges{node{id version status firstDay lastDay expiresAt endReason section{id name centre{id name}}careRequest{id version kind status child{id firstName}family{id reference displayName}}}}pageInfo{hasNextPage endCursor}}}");
