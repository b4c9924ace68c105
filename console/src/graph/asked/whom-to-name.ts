// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { WhomToNameQuery, WhomToNameQueryVariables } from './types.ts';

export const WhomToName: Document<WhomToNameQuery, WhomToNameQueryVariables> = document("query WhomToName($search:String!$role:ProfessionalRole!){professionals(search:$search role:$role first:8){edges{node{id name role agency place isAbsent standIn{id name}}}pageInfo{hasNextPage}}}");
