// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { SplitOrLookMutation, SplitOrLookMutationVariables } from './types.ts';

export const SplitOrLook: Document<SplitOrLookMutation, SplitOrLookMutationVariables> = document("mutation SplitOrLook($input:SplitFamilyInput!){splitFamily(input:$input){newFamily{id reference}remaining{...OneOfParted}leaving{...OneOfParted}notYetTold refusal{reason message isQuestion}}}fragment OneOfParted on FileAfterSplit{householdKind adults{id firstName}children{id firstName}placements openCareRequests bookingsToCome bookingsForMilestones careLeftToPay}");
