// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { CentresLeftIncompleteQuery, CentresLeftIncompleteQueryVariables } from './types.ts';

export const CentresLeftIncomplete: Document<CentresLeftIncompleteQuery, CentresLeftIncompleteQueryVariables> = document("query CentresLeftIncomplete{incompleteCentres{source sourceId name street postalCode city missing listedAt}}");
