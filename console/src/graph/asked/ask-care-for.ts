// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { AskCareForQuery, AskCareForQueryVariables } from './types.ts';

export const AskCareFor: Document<AskCareForQuery, AskCareForQueryVariables> = document("query AskCareFor($id:ID!){child(id:$id){id firstName birthDate expectedDate family{id reference displayName district{id name}}}centres{id name operator careKinds district{id name}}}");
