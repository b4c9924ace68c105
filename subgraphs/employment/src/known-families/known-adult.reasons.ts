import type { Reasons } from '@relais/platform/graphql/reasons.ts';

export const unknownAdult = {
  UNKNOWN_ADULT: {
    fr: 'Cette personne n’est pas encore connue ici, ou vous ne suivez pas sa famille. Si elle vient d’être inscrite, réessayez dans un instant ; sinon, demandez une orientation ou à rejoindre son groupe de suivi.',
    en: 'This person is not known here yet, or you do not follow their family. If they have just been registered, try again in a moment; otherwise ask for a referral, or to join the support team.',
  },
} satisfies Reasons;

/** Who only reads by a referral does not write. */
export const readingReasons = {
  REFERRAL_NOT_ACCEPTED: {
    fr: 'Vous lisez ce dossier grâce à une orientation. Acceptez-la d’abord : vous pourrez alors inscrire cette personne.',
    en: 'You read this file by a referral. Accept it first: then you may register this person.',
    meaning: 'You see the family by a referral that waits for an answer; who accepts it opens files as well.',
  },
  FAMILY_OBJECTS: {
    fr: 'La famille s’oppose à ce que sa recherche d’emploi soit connue de votre organisme : rien n’a été enregistré. Parlez-en avec elle ; elle peut y revenir à tout moment.',
    en: 'The family objects to sharing its job search with your agency: nothing was recorded. Speak with them; they may take it back at any time.',
  },
} satisfies Reasons;
