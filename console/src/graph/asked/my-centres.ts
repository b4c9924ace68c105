// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { MyCentresQuery, MyCentresQueryVariables } from './types.ts';

export const MyCentres: Document<MyCentresQuery, MyCentresQueryVariables> = document("query MyCentres{me{centres{id name}}}");
