import { plural } from '../../messages/fr-plural.ts';

export const fr = {
  title: 'Mes familles',
  titleAll: 'Familles',
  findTitle: 'Trouver une famille',
  needMe: 'Celles qui ont besoin de vous d’abord',
  none: 'Vous ne suivez aucune famille pour le moment.',
  noneNext: 'Cherchez une famille, ou vérifiez qu’elle n’a pas de dossier avant d’en ouvrir un.',
  follow: {
    reason: (surname: string, born: string): string =>
      `Pourquoi suivre la famille ${surname} (enfant né le ${born})`,
    ask: 'Demander à la suivre',
    asked: 'Demande envoyée : la réponse paraît dans Orientations.',
    needed: 'Dites pourquoi, en quelques mots : qui décide le lit.',
  },
  nothing: 'rien à régler',
  results: (count: number, more: boolean): string =>
    more ? `Les ${count} premières familles` : plural(count, 'famille trouvée', 'familles trouvées'),
  noResult: 'Aucune famille que vous pouvez ouvrir ne porte ce nom.',
  maybe:
    'Elle a peut-être un dossier que vous ne suivez pas, ou pas de dossier du tout : vérifiez ci-dessous.',
  register: 'Inscrire une famille',
  searchFirst: 'Cherchez par nom ou par référence.',
  lookUp: {
    title: 'A-t-elle déjà un dossier ?',
    lead: 'Avant de créer un dossier : le nom de famille et la date de naissance d’un enfant. Votre question est notée.',
    surname: 'Nom de famille',
    birthDate: 'Naissance d’un enfant',
    ask: 'Vérifier',
    asking: 'Vérification…',
    yes: 'Un dossier existe.',
    no: 'Aucun dossier.',
    againToRead: 'Pour le lire en urgence, vérifiez de nouveau.',
    againToFollow: 'Pour demander à suivre la famille, vérifiez de nouveau.',
  },
  children: 'Enfants',
  expected: 'à naître',
  firstVisit: [
    'Les familles que vous suivez, celles qui ont besoin de vous d’abord : chaque alerte ouvre le dossier.',
    'Une famille se cherche d’ici ou de partout, avec la touche « / ».',
    'Exemple : « garde incomplète pour l’étape de mardi » mène à l’étape, où une place se réserve.',
  ],
};
