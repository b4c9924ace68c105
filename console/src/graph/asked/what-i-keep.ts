// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { WhatIKeepQuery, WhatIKeepQueryVariables } from './types.ts';

export const WhatIKeep: Document<WhatIKeepQuery, WhatIKeepQueryVariables> = document("query WhatIKeep{me{isAdministrator}}");
