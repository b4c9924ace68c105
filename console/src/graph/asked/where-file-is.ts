// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { WhereFileIsQuery, WhereFileIsQueryVariables } from './types.ts';

export const WhereFileIs: Document<WhereFileIsQuery, WhereFileIsQueryVariables> = document("query WhereFileIs($id:ID!){familyById(id:$id){id reference}}");
