// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { FilesLookedForQuery, FilesLookedForQueryVariables } from './types.ts';

export const FilesLookedFor: Document<FilesLookedForQuery, FilesLookedForQueryVariables> = document("query FilesLookedFor($askedBy:String$after:String){familyLookups(askedBy:$askedBy first:20 after:$after){edges{node{id askedAt askedBy outcome foundReferences}}pageInfo{hasNextPage endCursor}}}");
