// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { CloseOrLookMutation, CloseOrLookMutationVariables } from './types.ts';

export const CloseOrLook: Document<CloseOrLookMutation, CloseOrLookMutationVariables> = document("mutation CloseOrLook($input:CloseCentreInput!){closeCentre(input:$input){closures{id startsOn endsOn}freedBookings shortenedBookings uncoveredMilestones{...LosesCover}refusal{reason message isQuestion}}}fragment LosesCover on UncoveredMilestone{startsAt endsAt status milestone{id}}");
