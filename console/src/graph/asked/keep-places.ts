// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { KeepPlacesMutation, KeepPlacesMutationVariables } from './types.ts';

export const KeepPlaces: Document<KeepPlacesMutation, KeepPlacesMutationVariables> = document("mutation KeepPlaces($input:ChangeCentreInput!){changeCentre(input:$input){centre{id version}bookingsInTheWay{id startsAt endsAt child{id firstName}family{id reference displayName}}refusal{reason message}}}");
