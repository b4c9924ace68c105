import type { Role } from '../../graph/session.ts';
import { plural } from '../../messages/fr-plural.ts';

export const fr = {
  title: 'Aujourd’hui',
  lead: 'Ce qui vous attend',
  count: (count: number, atLeast: boolean): string =>
    `${atLeast ? 'au moins ' : ''}${plural(count, 'point vous attend', 'points vous attendent')}`,
  nothing: 'Rien ne vous attend.',
  next: {
    CASEWORKER:
      'Vos tâches, les orientations reçues et les familles sans groupe de suivi paraissent ici. Une famille se cherche ou s’inscrit dans Mes familles.',
    EMPLOYMENT_ADVISOR:
      'Les étapes sans garde, les résultats à noter et les suivis paraissent ici. Un dossier se prend dans Mes demandeurs.',
    CARE_COORDINATOR:
      'Les demandes, les offres qui expirent et les étapes sans garde paraissent ici. Une famille s’inscrit dans Familles, les structures viennent de la liste de la ville.',
    CENTRE_STAFF: 'Les arrivées, les absences et les fermetures de votre structure paraissent ici.',
    AUDITOR: '',
    INTEGRATOR: '',
  } satisfies Record<Role, string>,
  unknown: 'On ne sait pas si quelque chose vous attend.',
  shown: (shown: number, total: number): string => `Les ${shown} premiers sur ${total}.`,
  news: 'Ce qui a changé',
  newsLead: 'Depuis trois jours, fait par d’autres.',
  noNews: 'Rien de nouveau.',
  moreNews: 'Il y a eu d’autres changements avant ceux-ci.',
  at: (day: string, time: string): string => `${day} à ${time}`,
  firstVisit: [
    'Ce qui vous attend, le plus pressé d’abord ; chaque ligne ouvre l’endroit où cela se règle.',
    'À droite, ce que d’autres ont fait entre-temps.',
    'Exemple : « Place tenue jusqu’à 16:30 » mène aux offres, où la réponse de la famille se note.',
  ],
};
