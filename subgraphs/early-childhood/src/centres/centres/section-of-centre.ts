import type { Centre } from './centre.ts';
import type { Section } from './section.ts';

/** A section and its centre. */
export type SectionOfCentre = { readonly centre: Centre; readonly section: Section };

/** As histories call it. */
export const placeName = ({ centre, section }: SectionOfCentre): string => `${section.name}, ${centre.name}`;
