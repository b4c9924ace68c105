// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { PutTaskRightMutation, PutTaskRightMutationVariables } from './types.ts';

export const PutTaskRight: Document<PutTaskRightMutation, PutTaskRightMutationVariables> = document("mutation PutTaskRight($input:CorrectTaskInput!){correctTask(input:$input){task{id}refusal{reason message}}}");
