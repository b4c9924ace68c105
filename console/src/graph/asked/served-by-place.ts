// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { ServedByPlaceQuery, ServedByPlaceQueryVariables } from './types.ts';

export const ServedByPlace: Document<ServedByPlaceQuery, ServedByPlaceQueryVariables> = document("query ServedByPlace($id:ID!$place:FreedPlaceInput!){section(id:$id){id wouldServeBest(place:$place first:5){isWholeNeed share careRequest{id kind firstDay child{id firstName}family{id displayName}priority{score}}}}}");
