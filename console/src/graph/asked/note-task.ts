// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { NoteTaskMutation, NoteTaskMutationVariables } from './types.ts';

export const NoteTask: Document<NoteTaskMutation, NoteTaskMutationVariables> = document("mutation NoteTask($input:AddTaskInput!){addTask(input:$input){task{id}refusal{reason message}}}");
