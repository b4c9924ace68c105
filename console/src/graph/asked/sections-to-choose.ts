// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { SectionsToChooseQuery, SectionsToChooseQueryVariables } from './types.ts';

export const SectionsToChoose: Document<SectionsToChooseQuery, SectionsToChooseQueryVariables> = document("query SectionsToChoose{centres{id name sections{id name minAgeMonths maxAgeMonths}}}");
