import { plural } from '../../messages/fr-plural.ts';

export const fr = {
  split: 'Faire deux dossiers de celui-ci',
  lead: 'Quand un couple se sépare, ou que quelqu’un part vivre ailleurs : un dossier en devient deux, dans les trois agences. Ce que cela donne se voit avant.',
  fled: 'Si l’un des deux a fui l’autre, c’est à qui a fui de garder ce dossier : cochez l’autre.',
  adults: 'Qui part',
  children: 'Les enfants qui partent avec',
  address: 'Où vivent désormais ceux qui partent',
  street: 'Numéro et rue',
  postalCode: 'Code postal',
  city: 'Ville',
  district: 'Quartier',
  noDistrict: 'pas encore connu',
  household: 'Qui élève les enfants là-bas',
  look: 'Voir les deux dossiers',
  deed: 'Faire deux dossiers',
  deedAnyway: 'Faire deux dossiers tout de même',
  lookAnyway: 'C’est bien cela, voir les deux dossiers',
  dont: 'Ne rien séparer',
  would: 'Si vous séparez',
  stays: (reference: string): string => `Ce dossier, ${reference}`,
  leaves: 'Le nouveau dossier',
  placements: (count: number): string => plural(count, 'accueil', 'accueils'),
  openCareRequests: (count: number): string => plural(count, 'demande ouverte', 'demandes ouvertes'),
  bookingsToCome: (count: number): string => plural(count, 'réservation à venir', 'réservations à venir'),
  bookingsForMilestones: (count: number): string =>
    count > 1
      ? `dont ${count} pour une étape d’emploi : si elle est annulée, elles ne le seront plus d’elles-mêmes`
      : 'dont 1 pour une étape d’emploi : si elle est annulée, elle ne le sera plus d’elle-même',
  careLeftToPay: (count: number): string =>
    `${plural(count, 'accueil passé', 'accueils passés')} des enfants qui partent, encore à payer par ce dossier`,
  whatStays:
    'Restent ici : ressources, notes, tâches et groupe de suivi. Les prestations et l’emploi de qui part le suivent ; vous suivez d’abord seul(e) le nouveau dossier. Oppositions et adresse protégée valent pour les deux.',
  colon: ' : ',
  done: 'Deux dossiers',
  next: 'Notez les ressources du nouveau dossier : sans elles, il n’a pas de tarif.',
  stayAddress:
    'Si quelqu’un a fui, l’adresse de ce dossier est encore celle qui a été quittée : faites-la changer, et protéger s’il le faut.',
  slow: 'Le nouveau dossier n’a pas encore de référence ici : cherchez-le par son nom dans un instant.',
  open: (reference: string): string => `Ouvrir le nouveau dossier, ${reference}`,
  lacks: {
    WHO_LEAVES: 'Dites qui part.',
    WHO_STAYS: 'Un adulte au moins reste : si tous partent, changez l’adresse.',
    ADDRESS: 'Dites où vivent ceux qui partent : rue, code postal et ville.',
  },
};
