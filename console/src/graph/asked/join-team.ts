// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { JoinTeamMutation, JoinTeamMutationVariables } from './types.ts';

export const JoinTeam: Document<JoinTeamMutation, JoinTeamMutationVariables> = document("mutation JoinTeam($input:JoinSupportTeamInput!){joinSupportTeam(input:$input){member{id}notYetTold refusal{reason message}}}");
