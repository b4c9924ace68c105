// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { WhoStandsInQuery, WhoStandsInQueryVariables } from './types.ts';

export const WhoStandsIn: Document<WhoStandsInQuery, WhoStandsInQueryVariables> = document("query WhoStandsIn($agencyId:String!$role:ProfessionalRole!){professionals(agencyId:$agencyId role:$role first:100){edges{node{id name isAbsent}}pageInfo{hasNextPage}}}");
