// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { EndSessionsOfMutation, EndSessionsOfMutationVariables } from './types.ts';

export const EndSessionsOf: Document<EndSessionsOfMutation, EndSessionsOfMutationVariables> = document("mutation EndSessionsOf($input:RevokeSessionsInput!){revokeSessions(input:$input){sub notConfirmed refusal{reason message}}}");
