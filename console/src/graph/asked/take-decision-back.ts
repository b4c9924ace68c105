// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { TakeDecisionBackMutation, TakeDecisionBackMutationVariables } from './types.ts';

export const TakeDecisionBack: Document<TakeDecisionBackMutation, TakeDecisionBackMutationVariables> = document("mutation TakeDecisionBack($input:WithdrawCitySettingsInput!){withdrawCitySettings(input:$input){citySettings{version}refusal{reason message}}}");
