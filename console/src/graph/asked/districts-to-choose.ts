// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { DistrictsToChooseQuery, DistrictsToChooseQueryVariables } from './types.ts';

export const DistrictsToChoose: Document<DistrictsToChooseQuery, DistrictsToChooseQueryVariables> = document("query DistrictsToChoose{districts{id name}}");
