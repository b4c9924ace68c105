// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { OpenedInEmergencyQuery, OpenedInEmergencyQueryVariables } from './types.ts';

export const OpenedInEmergency: Document<OpenedInEmergencyQuery, OpenedInEmergencyQueryVariables> = document("query OpenedInEmergency($reviewed:Boolean$after:String){breakGlasses(reviewed:$reviewed first:20 after:$after){edges{node{id version familyReference openedWithinDay professional{id sub name agency}reason beganAt until endedAt finding remark reviewedAt reviewedByName}}pageInfo{hasNextPage endCursor}}}");
