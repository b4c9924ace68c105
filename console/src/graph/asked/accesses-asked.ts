// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { AccessesAskedQuery, AccessesAskedQueryVariables } from './types.ts';

export const AccessesAsked: Document<AccessesAskedQuery, AccessesAskedQueryVariables> = document("query AccessesAsked($reference:String$sub:String$from:Date$to:Date$first:Int!){careAccessLog(reference:$reference sub:$sub from:$from to:$to first:$first){...AskedAccesses}jobSearchAccessLog(reference:$reference sub:$sub from:$from to:$to first:$first){...AskedAccesses}benefitsAccessLog(reference:$reference sub:$sub from:$from to:$to first:$first){...AskedAccesses}}fragment AskedAccesses on AuditedAccessConnection{edges{node{id at reference sub name sentence}}pageInfo{hasNextPage}}");
