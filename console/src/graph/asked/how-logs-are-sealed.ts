// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { HowLogsAreSealedQuery, HowLogsAreSealedQueryVariables } from './types.ts';

export const HowLogsAreSealed: Document<HowLogsAreSealedQuery, HowLogsAreSealedQueryVariables> = document("query HowLogsAreSealed{careLogSealing{...HowSealed}jobSearchLogSealing{...HowSealed}benefitsLogSealing{...HowSealed}}fragment HowSealed on LogSealing{seals unsealedRows unsealedSince monthsLetGo newest{number sealedAt head}kept{source number head toldAt isContradicted}}");
