// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { LeaveTeamMutation, LeaveTeamMutationVariables } from './types.ts';

export const LeaveTeam: Document<LeaveTeamMutation, LeaveTeamMutationVariables> = document("mutation LeaveTeam($input:LeaveSupportTeamInput!){leaveSupportTeam(input:$input){member{id}notYetTold refusal{reason message}}}");
