// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { AtMyBenefitsDeskQuery, AtMyBenefitsDeskQueryVariables } from './types.ts';

export const AtMyBenefitsDesk: Document<AtMyBenefitsDeskQuery, AtMyBenefitsDeskQueryVariables> = document("query AtMyBenefitsDesk{benefitsDesk(first:50){totalCount isExact edges{node{id kind urgency dueAt subjectId subjectType familyId sentence}}}}");
