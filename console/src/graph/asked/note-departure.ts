// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { NoteDepartureMutation, NoteDepartureMutationVariables } from './types.ts';

export const NoteDeparture: Document<NoteDepartureMutation, NoteDepartureMutationVariables> = document("mutation NoteDeparture($input:RecordDepartureInput!){recordDeparture(input:$input){professional{id name}refusal{reason message}}}");
