import { plural } from '../../messages/fr-plural.ts';

export const fr = {
  title: 'Aujourd’hui',
  lead: 'Ce qui vous attend',
  count: (count: number, atLeast: boolean): string =>
    `${atLeast ? 'au moins ' : ''}${plural(count, 'point vous attend', 'points vous attendent')}`,
  nothing: 'Rien ne vous attend.',
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
