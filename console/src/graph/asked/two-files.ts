// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { TwoFilesQuery, TwoFilesQueryVariables } from './types.ts';

export const TwoFiles: Document<TwoFilesQuery, TwoFilesQueryVariables> = document("query TwoFiles($keep:String!$drop:String!){keep:family(reference:$keep){...OneOfTwo}drop:family(reference:$drop){...OneOfTwo}}fragment OneOfTwo on Family{id version reference displayName householdKind district{id name}adults{id firstName lastName}children{id firstName lastName birthDate expectedDate}}");
