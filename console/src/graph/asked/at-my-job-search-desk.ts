// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { AtMyJobSearchDeskQuery, AtMyJobSearchDeskQueryVariables } from './types.ts';

export const AtMyJobSearchDesk: Document<AtMyJobSearchDeskQuery, AtMyJobSearchDeskQueryVariables> = document("query AtMyJobSearchDesk{jobSearchDesk(first:50){totalCount isExact edges{node{id kind urgency dueAt subjectId subjectType familyId sentence}}}}");
