// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { OnePlacementQuery, OnePlacementQueryVariables } from './types.ts';

export const OnePlacement: Document<OnePlacementQuery, OnePlacementQueryVariables> = document("query OnePlacement($id:ID!){placement(id:$id){id version status kind startsOn endsOn endReason isInsertionContract weeklyHours weeklyPattern{weekday from to}child{id firstName}family{id reference displayName}section{id name centre{id name}}pauses{id kind startsOn endsOn reason}history{id at sentence}}}");
