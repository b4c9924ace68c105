// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { PlacesOfWeekQuery, PlacesOfWeekQueryVariables } from './types.ts';

export const PlacesOfWeek: Document<PlacesOfWeekQuery, PlacesOfWeekQueryVariables> = document("query PlacesOfWeek($date:Date!){centres{id name district{id}position{latitude longitude}week(date:$date){days{date closureReason peakChildren places openHours}}}}");
