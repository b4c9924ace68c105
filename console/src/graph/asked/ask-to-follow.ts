// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { AskToFollowMutation, AskToFollowMutationVariables } from './types.ts';

export const AskToFollow: Document<AskToFollowMutation, AskToFollowMutationVariables> = document("mutation AskToFollow($input:RequestMembershipInput!){requestMembership(input:$input){request{id status}refusal{reason message}}}");
