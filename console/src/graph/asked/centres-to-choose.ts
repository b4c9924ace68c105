// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { CentresToChooseQuery, CentresToChooseQueryVariables } from './types.ts';

export const CentresToChoose: Document<CentresToChooseQuery, CentresToChooseQueryVariables> = document("query CentresToChoose{centres{id name}}");
