// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { WhereMergedFileIsQuery, WhereMergedFileIsQueryVariables } from './types.ts';

export const WhereMergedFileIs: Document<WhereMergedFileIsQuery, WhereMergedFileIsQueryVariables> = document("query WhereMergedFileIs($reference:String!){family(reference:$reference){id version reference displayName}}");
