// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { PlacementsOfDayQuery, PlacementsOfDayQueryVariables } from './types.ts';

export const PlacementsOfDay: Document<PlacementsOfDayQuery, PlacementsOfDayQueryVariables> = document("query PlacementsOfDay($id:ID!$date:Date!){centre(id:$id){id day(date:$date){date closureReason children{firstName lastName section{id name}booking{id startsAt endsAt placement{id endsOn}}}}}}");
