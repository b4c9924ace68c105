// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { AtMyCareDeskQuery, AtMyCareDeskQueryVariables } from './types.ts';

export const AtMyCareDesk: Document<AtMyCareDeskQuery, AtMyCareDeskQueryVariables> = document("query AtMyCareDesk{careDesk(first:50){totalCount isExact edges{node{id kind urgency dueAt subjectId subjectType familyId sentence}}}}");
