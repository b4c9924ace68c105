import type { Catalogue } from '@relais/platform/messages.ts';

export const duplicateMessages: Catalogue<'POSSIBLE_DUPLICATE'> = {
  fr: {
    POSSIBLE_DUPLICATE:
      'Un enfant de ce nom et de cette date est déjà inscrit. Si c’est le même, demandez à la coordination du relais de réunir les deux.',
  },
  en: {
    POSSIBLE_DUPLICATE:
      'A child of this name and date is registered already. If it is the same, ask the service point’s coordination to merge the two.',
  },
};

export const nextStepMessages: Catalogue<'EXISTS' | 'SEVERAL' | 'NONE' | 'ASK'> = {
  fr: {
    EXISTS:
      'Un dossier existe déjà : n’en créez pas un second. Demandez à rejoindre son groupe de suivi ; le référent vous répondra.',
    SEVERAL:
      'Des dossiers existent déjà : n’en créez pas un autre. Demandez à la coordination du relais qui peut les ouvrir.',
    NONE: 'Aucun dossier ne correspond : vérifiez le nom et la date avec la famille, puis inscrivez-la.',
    ASK: 'Aucun dossier ne correspond : vérifiez le nom et la date avec la famille, puis demandez au relais de l’inscrire.',
  },
  en: {
    EXISTS:
      'A file exists already: do not make a second one. Ask to join its support team; the lead will answer.',
    SEVERAL:
      'Files exist already: do not make another one. Ask the service point’s coordination who may open them.',
    NONE: 'No file matches: check the name and the date with the family, then register it.',
    ASK: 'No file matches: check the name and the date with the family, then ask the service point to register it.',
  },
};
