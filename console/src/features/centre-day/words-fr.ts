import { plural } from '../../messages/fr-plural.ts';
import type { RightedLack } from './door.rules.ts';

export const fr = {
  title: 'Ma structure',
  count: (expected: number, here: number): string =>
    `${plural(expected, 'enfant prévu', 'enfants prévus')}, ${here} ${here > 1 ? 'présents' : 'présent'}`,
  previous: 'Jour précédent',
  next: 'Jour suivant',
  today: 'Aujourd’hui',
  centre: 'Structure',
  noCentre: 'Votre compte n’est rattaché à aucune structure : votre administration peut le faire.',
  gone: 'Cette structure n’existe plus.',
  closed: (reason: string): string => `Fermé ce jour : ${reason}`,
  sections: 'Choisir une section',
  everybody: 'Tous',
  nobody: 'Aucun enfant n’est prévu.',
  collectors: 'Peut venir le chercher',
  adults: 'Parents',
  touch: { ARRIVED: 'Arrivé', LEFT: 'Parti', ABSENT: 'Absent' },
  presence: { expected: 'attendu', here: 'présent', left: 'parti', absent: 'absent' },
  since: (time: string): string => `depuis ${time}`,
  until: (time: string): string => `à ${time}`,
  notSent: 'pas encore envoyé',
  waiting: (count: number): string =>
    count > 1
      ? `${count} gestes attendent le réseau ; ils partiront seuls, avec leur heure.`
      : 'Un geste attend le réseau ; il partira seul, avec son heure.',
  notMine: (count: number): string =>
    `${plural(count, 'geste', 'gestes')} d’une autre personne, sur cet écran, ${count > 1 ? 'ne sont pas partis' : 'n’est pas parti'} : qu’elle s’y reconnecte, ou voyez avec elle qui est là.`,
  wrong: { here: 'C’est une erreur', left: 'Encore là', absent: 'Arrivé à l’instant' },
  rightOpen: 'Corriger…',
  rightTitle: (name: string): string => `Corriger : ${name}`,
  rightLead: 'Ce qui était noté reste dans l’historique. Une heure que personne ne connaît reste vide.',
  right: 'Enregistrer la correction',
  outcome: 'L’enfant est-il venu ?',
  outcomes: { ATTENDED: 'Venu', ABSENT: 'Pas venu' },
  arrivedAt: 'Arrivé à',
  leftAt: 'Parti à',
  reason: 'Pourquoi c’est corrigé',
  lacks: {
    HOURS: 'Le départ vient après l’arrivée.',
    REASON: 'Dites pourquoi, en quelques mots.',
  } satisfies Record<RightedLack, string>,
  order: 'Dans quel ordre',
  orders: { arrival: 'Par arrivée', departure: 'Par départ' },
  free: 'Places libres au fil de la journée',
  freePlaces: (count: number): string =>
    count === 0 ? 'aucune place' : plural(count, 'place libre', 'places libres'),
  partClosed: (reason: string, opens: string, closes: string): string =>
    `${[opens && `Ouvre à ${opens}`, closes && `Ferme à ${closes}`].filter(Boolean).join(', ')} ce jour : ${reason}`,
  wrongReason: {
    here: 'Noté arrivé par erreur.',
    left: 'Noté parti par erreur.',
    absent: 'Arrivé après avoir été noté absent.',
  },
  takeBack: 'Annuler ce geste',
  tookBack: 'Geste annulé',
  otherNow: (now: string, arrived: string, left: string): string =>
    `Une collègue a noté autre chose entre-temps : ${[now, arrived && `arrivé à ${arrived}`, left && `parti à ${left}`].filter(Boolean).join(', ')}. Ce que vous avez écrit est resté ; enregistrez à nouveau si c’est juste.`,
  righted: 'Corrigé',
  week: 'La semaine',
  children: (count: number): string => plural(count, 'enfant', 'enfants'),
  peak: (count: number, places: number): string => `au plus ${count} à la fois pour ${places} places`,
  firstVisit: [
    'Les enfants du jour, par heure d’arrivée : un geste quand l’enfant arrive, part ou n’est pas venu.',
    'Les allergies et les personnes qui peuvent venir le chercher se lisent sans rien ouvrir.',
    'Exemple : sans réseau, le geste est gardé avec son heure, et part dès que le réseau revient.',
  ],
};
