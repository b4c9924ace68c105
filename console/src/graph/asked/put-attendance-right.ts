// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { PutAttendanceRightMutation, PutAttendanceRightMutationVariables } from './types.ts';

export const PutAttendanceRight: Document<PutAttendanceRightMutation, PutAttendanceRightMutationVariables> = document("mutation PutAttendanceRight($input:CorrectAttendanceInput!){correctAttendance(input:$input){booking{id version}refusal{reason message}}}");
