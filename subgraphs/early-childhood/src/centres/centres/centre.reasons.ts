import { unknown } from '@relais/platform/graphql/reasons.ts';

export const unknownCentre = unknown('CENTRE', { fr: 'un établissement', en: 'centre' });

export const unknownSection = unknown('SECTION', { fr: 'une section', en: 'section' });
