import { plural } from '../../messages/fr-plural.ts';

export const fr = {
  title: (day: string): string => `Semaine du ${day}`,
  count: (count: number): string => plural(count, 'étape', 'étapes'),
  toSettle: (count: number): string => `${count} à régler`,
  atLeast: 'au moins',
  previous: 'Semaine précédente',
  next: 'Semaine suivante',
  current: 'Cette semaine',
  filters: 'Filtrer les étapes',
  show: {
    'to-settle': 'À régler',
    uncovered: 'Sans garde',
    partial: 'Incomplète',
    unknown: 'Inconnue',
    covered: 'Complète',
    'not-needed': 'Pas de besoin',
    all: 'Toutes',
  },
  empty: 'Aucune étape cette semaine. Planifiez-en une à une heure où les enfants sont gardés.',
  emptyFilter: 'Aucune étape de ce genre cette semaine.',
  allSettled: 'Rien à régler : chaque étape à venir cette semaine a sa garde.',
  seeAll: 'Voir toutes les étapes',
  bookAll: (count: number): string =>
    count > 1 ? `Réserver les ${count} possibles…` : 'Réserver la seule possible…',
  bookAllTitle: 'Réserver ce qui est possible',
  bookAllLead:
    'Relais réserve la place indiquée pour chaque étape cochée. Chaque réservation peut être annulée ensuite.',
  bookThese: (count: number): string => (count > 1 ? `Réserver ces ${count} étapes` : 'Réserver cette étape'),
  progress: (done: number, all: number): string => `${done} sur ${all} réservées…`,
  done: (done: number, all: number): string => `${done} sur ${all} réservées.`,
  notShared: 'nom non partagé',
  firstVisit: [
    'Chaque ligne est une étape d’un de vos demandeurs ; la barre montre quand ses enfants sont gardés.',
    'Hachuré rouge : il manque une garde. « Réserver » prend la place indiquée, et s’annule d’un clic.',
    'Exemple : un entretien à 13:30 avec 15 min de trajet demande une garde de 13:15 à 14:45.',
  ],
};
