import type { Catalogue } from '@relais/platform/messages.ts';

/** Why no report is opened. */
export const reportProblems: Catalogue<'UNKNOWN_DISTRICT'> = {
  fr: { UNKNOWN_DISTRICT: 'ce quartier n’existe pas.' },
  en: { UNKNOWN_DISTRICT: 'there is no district of this id.' },
};
