// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { WhoReadFileQuery, WhoReadFileQueryVariables } from './types.ts';

export const WhoReadFile: Document<WhoReadFileQuery, WhoReadFileQueryVariables> = document("query WhoReadFile($reference:String!$first:Int!){family(reference:$reference){id careAccesses(first:$first){...Readers}jobSearchAccesses(first:$first){...Readers}benefitsAccesses(first:$first){...Readers}}}fragment Readers on FamilyAccessConnection{edges{node{id at name agency isSystem sentence}}pageInfo{hasNextPage}}");
