import type { Reasons } from '@relais/platform/graphql/reasons.ts';

export const unknownFamily = {
  UNKNOWN_FAMILY: {
    fr: 'Cette famille n’est pas connue ici, ou vous ne la suivez pas. Si elle vient d’être enregistrée, réessayez dans un instant.',
    en: 'This family is not known here, or you do not follow it. If it was just registered, try again in a moment.',
  },
} satisfies Reasons;

/** Who only reads does not write. */
export const readingReasons = {
  REFERRAL_NOT_ACCEPTED: {
    fr: 'Vous lisez ce dossier grâce à une orientation. Acceptez-la d’abord : vous pourrez alors y écrire.',
    en: 'You read this file by a referral. Accept it first: then you may write in it.',
    meaning: 'You read the file by a referral that waits for an answer; who accepts it writes as well.',
  },
  READ_ONLY: {
    fr: 'Vous pouvez lire ce dossier, pas y écrire. Demandez à faire partie de son groupe de suivi.',
    en: 'You may read this file, not write in it. Ask to be of its support team.',
    meaning:
      'You read the file without following the family: as of the district’s service, or in an emergency.',
  },
} satisfies Reasons;

/** Why nothing can be changed of a family. */
export const familyReasons = { ...unknownFamily, ...readingReasons } satisfies Reasons;

export const unknownChild = {
  UNKNOWN_CHILD: {
    fr: 'Cet enfant n’est pas connu ici dans cette famille. S’il vient d’être inscrit, réessayez dans un instant.',
    en: 'This child is not known here in this family. If just registered, try again in a moment.',
  },
} satisfies Reasons;

export const unknownAdult = {
  UNKNOWN_ADULT: {
    fr: 'Cet adulte n’est pas encore connu ici. S’il vient d’être enregistré, réessayez dans un instant.',
    en: 'This adult is not known here yet. If just registered, try again in a moment.',
  },
} satisfies Reasons;
