// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { TakePlaceBackMutation, TakePlaceBackMutationVariables } from './types.ts';

export const TakePlaceBack: Document<TakePlaceBackMutation, TakePlaceBackMutationVariables> = document("mutation TakePlaceBack($input:WithdrawOfferInput!){withdrawOffer(input:$input){careOffer{id version}refusal{reason message}}}");
