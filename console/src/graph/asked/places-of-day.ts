// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { PlacesOfDayQuery, PlacesOfDayQueryVariables } from './types.ts';

export const PlacesOfDay: Document<PlacesOfDayQuery, PlacesOfDayQueryVariables> = document("query PlacesOfDay($id:ID!$date:Date!){centre(id:$id){...KeepsPlaces day(date:$date){date closureReason sections{section{id name minAgeMonths maxAgeMonths}halfHours{startsAt endsAt freePlaces freeEmergencyPlaces}}}}}fragment KeepsPlaces on Centre{id name version sections{id name places}emergencyPlaces{sectionId weekday from to places}toCome{from sections{id name places}emergencyPlaces{sectionId weekday from to places}}}");
