// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { CommissionsAroundQuery, CommissionsAroundQueryVariables } from './types.ts';

export const CommissionsAround: Document<CommissionsAroundQuery, CommissionsAroundQueryVariables> = document("query CommissionsAround($from:Date!$to:Date!){commissions(from:$from to:$to){id heldOn status version}}");
