import { unknown } from '@relais/platform/graphql/reasons.ts';

export const unknownSection = unknown('SECTION', { fr: 'une section', en: 'section' });
