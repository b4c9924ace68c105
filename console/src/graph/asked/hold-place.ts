// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { HoldPlaceMutation, HoldPlaceMutationVariables } from './types.ts';

export const HoldPlace: Document<HoldPlaceMutation, HoldPlaceMutationVariables> = document("mutation HoldPlace($input:OfferPlaceInput!){offerPlace(input:$input){careOffer{id version expiresAt}refusal{reason message}}}");
