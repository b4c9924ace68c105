// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { DayOfCentreQuery, DayOfCentreQueryVariables } from './types.ts';

export const DayOfCentre: Document<DayOfCentreQuery, DayOfCentreQueryVariables> = document("query DayOfCentre($id:ID!$date:Date!){centre(id:$id){id name day(date:$date){date closureReason partClosure{id reason opensAt closesAt}children{firstName lastName adults ageMonths careAlerts collectors{name phone}arrivedAt leftAt section{id name}booking{id version status startsAt endsAt}}sections{section{id name}halfHours{startsAt endsAt expectedChildren freePlaces}}}}}");
