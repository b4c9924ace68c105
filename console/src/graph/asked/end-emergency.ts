// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { EndEmergencyMutation, EndEmergencyMutationVariables } from './types.ts';

export const EndEmergency: Document<EndEmergencyMutation, EndEmergencyMutationVariables> = document("mutation EndEmergency($input:EndBreakGlassInput!){endBreakGlass(input:$input){access{id}notYetTold refusal{reason message}}}");
