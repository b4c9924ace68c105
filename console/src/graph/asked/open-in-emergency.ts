// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { OpenInEmergencyMutation, OpenInEmergencyMutationVariables } from './types.ts';

export const OpenInEmergency: Document<OpenInEmergencyMutation, OpenInEmergencyMutationVariables> = document("mutation OpenInEmergency($input:BreakGlassInput!){breakGlass(input:$input){access{id until family{id reference}}notYetTold refusal{reason message}}}");
