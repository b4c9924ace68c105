import type { Catalogue } from '@relais/platform/messages.ts';

/** What is wrong with the question, where no refusal can say it. */
export const followUpProblems: Catalogue<'TOO_FAR_AHEAD'> = {
  fr: { TOO_FAR_AHEAD: '{most} jours à l’avance au plus.' },
  en: { TOO_FAR_AHEAD: 'at most {most} days ahead.' },
};
