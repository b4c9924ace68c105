// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { OneSeekerQuery, OneSeekerQueryVariables } from './types.ts';

export const OneSeeker: Document<OneSeekerQuery, OneSeekerQueryVariables> = document("query OneSeeker($id:ID!){jobSeeker(id:$id){id version status category romeCode registeredOn closedOn adult{id firstName lastName phone preferredLanguage needsInterpreter}family{id reference milestones(first:8 upcoming:true){edges{node{id kind title startsAt endsAt status jobSeeker{id}childcareCover{status neededFrom neededTo children{child{id firstName}status gaps{startsAt endsAt}}}}}}}engagementContract{id signedOn weeklyHours weeklyHoursToday reductions{id weeklyHours startsOn endsOn evidence}}returnsToWork{id kind title startsOn endsOn weeklyHours followUps{id point outcome recordedAt}}history{id at kind day weeklyHours}}}");
