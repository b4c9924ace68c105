// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { SeekersToChooseQuery, SeekersToChooseQueryVariables } from './types.ts';

export const SeekersToChoose: Document<SeekersToChooseQuery, SeekersToChooseQueryVariables> = document("query SeekersToChoose{myJobSeekers(first:100){edges{node{id adult{id firstName lastName}family{id reference}}}pageInfo{hasNextPage}}}");
