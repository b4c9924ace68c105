// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { RemoveOrLookAtArrangementMutation, RemoveOrLookAtArrangementMutationVariables } from './types.ts';

export const RemoveOrLookAtArrangement: Document<RemoveOrLookAtArrangementMutation, RemoveOrLookAtArrangementMutationVariables> = document("mutation RemoveOrLookAtArrangement($input:RemoveOwnArrangementInput!){removeOwnArrangement(input:$input){removed{id}uncoveredMilestones{...LosesCover}refusal{reason message}}}fragment LosesCover on UncoveredMilestone{startsAt endsAt status milestone{id}}");
