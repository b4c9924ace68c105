// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { MyEmergenciesQuery, MyEmergenciesQueryVariables } from './types.ts';

export const MyEmergencies: Document<MyEmergenciesQuery, MyEmergenciesQueryVariables> = document("query MyEmergencies{breakGlasses(first:5){edges{node{id version reason beganAt until endedAt finding remark family{id reference displayName}}}}}");
