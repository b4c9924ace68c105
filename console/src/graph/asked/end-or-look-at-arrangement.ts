// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { EndOrLookAtArrangementMutation, EndOrLookAtArrangementMutationVariables } from './types.ts';

export const EndOrLookAtArrangement: Document<EndOrLookAtArrangementMutation, EndOrLookAtArrangementMutationVariables> = document("mutation EndOrLookAtArrangement($input:EndOwnArrangementInput!){endOwnArrangement(input:$input){ownArrangement{id}uncoveredMilestones{...LosesCover}refusal{reason message}}}fragment LosesCover on UncoveredMilestone{startsAt endsAt status milestone{id}}");
