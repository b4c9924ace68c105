// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { ClosuresToComeQuery, ClosuresToComeQueryVariables } from './types.ts';

export const ClosuresToCome: Document<ClosuresToComeQuery, ClosuresToComeQueryVariables> = document("query ClosuresToCome($from:Date!$to:Date!){centres{id name closures(from:$from to:$to){id startsOn endsOn opensAt closesAt reason isLasting}}}");
