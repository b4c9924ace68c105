// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { MapOfDistrictsQuery, MapOfDistrictsQueryVariables } from './types.ts';

export const MapOfDistricts: Document<MapOfDistrictsQuery, MapOfDistrictsQueryVariables> = document("query MapOfDistricts{districts{id name outline{coordinates}}}");
