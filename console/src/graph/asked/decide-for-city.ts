// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { DecideForCityMutation, DecideForCityMutationVariables } from './types.ts';

export const DecideForCity: Document<DecideForCityMutation, DecideForCityMutationVariables> = document("mutation DecideForCity($input:ChangeCitySettingsInput!){changeCitySettings(input:$input){citySettings{version}refusal{reason message}}}");
