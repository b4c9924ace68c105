import type { Catalogue } from '@relais/platform/messages.ts';

/** What is wrong with a request as a whole, where no refusal can say it. */
export const importProblems: Catalogue<'TOO_MANY_ROWS'> = {
  fr: { TOO_MANY_ROWS: '{most} lignes au plus à la fois ; envoyez le reste ensuite.' },
  en: { TOO_MANY_ROWS: 'at most {most} rows at once; send the rest afterwards.' },
};
