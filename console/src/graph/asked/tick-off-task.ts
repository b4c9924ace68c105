// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { TickOffTaskMutation, TickOffTaskMutationVariables } from './types.ts';

export const TickOffTask: Document<TickOffTaskMutation, TickOffTaskMutationVariables> = document("mutation TickOffTask($input:CompleteTaskInput!){completeTask(input:$input){task{id doneAt version}refusal{reason message}}}");
