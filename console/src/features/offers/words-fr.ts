import { plural } from '../../messages/fr-plural.ts';

export const fr = {
  title: 'Places proposées',
  count: (count: number, atLeast: boolean): string =>
    `${atLeast ? 'plus de ' : ''}${plural(count, 'place', 'places')}, par heure d’expiration`,
  filters: 'Filtrer les places proposées',
  show: { open: 'Sans réponse', accepted: 'Acceptées', all: 'Toutes' },
  none: 'Aucune place n’est proposée en ce moment.',
  noneNext: 'Une place se tient pour une famille depuis la liste d’attente.',
  noneSuch: 'Aucune place de ce genre.',
  until: (when: string): string => `réponse attendue ${when}`,
  at: (day: string, time: string): string => `${day} à ${time}`,
  from: (day: string): string => `dès le ${day}`,
  accept: 'La famille accepte',
  accepted: 'Acceptation notée',
  decline: 'Elle refuse…',
  declineLead: 'La place est rendue aussitôt, la demande attend de nouveau.',
  declined: 'Refus noté, la place est libre',
  takeBack: 'Reprendre…',
  takeBackLead: 'La place est rendue aussitôt ; la famille peut lire ce motif.',
  takenBack: 'Place reprise',
  reason: 'Pourquoi ?',
  needed: 'Écrivez quelques mots.',
  receive: 'Admettre l’enfant',
  received: 'Enfant admis',
  openRequest: 'Voir la demande',
};
