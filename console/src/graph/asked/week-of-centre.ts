// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { WeekOfCentreQuery, WeekOfCentreQueryVariables } from './types.ts';

export const WeekOfCentre: Document<WeekOfCentreQuery, WeekOfCentreQueryVariables> = document("query WeekOfCentre($id:ID!$date:Date!){centre(id:$id){id name week(date:$date){monday bookedHours allowedHours occupancy days{date closureReason expectedChildren peakChildren places occupancy}}}}");
