import { plural } from '../../messages/fr-plural.ts';
import type { Lack } from './closures.rules.ts';

export const fr = {
  kept: (time: string): string =>
    `La petite enfance ne répond pas : ce qui suit a été lu à ${time}, et ce que vous écrivez reste.`,
  title: 'Fermetures',
  lead: 'Ce qu’une fermeture retire se voit avant de fermer ; ensuite, chaque enfant se replace ailleurs.',
  leadOwn:
    'Ce qu’une fermeture retire se voit avant de fermer ; la coordination replace ensuite les enfants.',
  noOwn: 'Votre compte n’est rattaché à aucune structure : votre administration peut le faire.',
  coordinated: 'La coordination voit quelles étapes perdent leur garde, et replace les enfants.',
  close: 'Fermer une structure',
  centre: 'Structure',
  choose: 'Choisir une structure',
  all: 'Toutes',
  from: 'Du',
  to: 'Au',
  opensAt: 'N’ouvre qu’à (facultatif)',
  closesAt: 'Ferme dès (facultatif)',
  reason: 'Raison, telle que les familles la lisent',
  look: 'Voir ce que cela retire',
  lacks: {
    CENTRE: 'Choisissez la structure.',
    DAYS: 'Indiquez les jours : le dernier vient après le premier.',
    REASON: 'Dites pourquoi, en quelques mots.',
  } satisfies Record<Lack, string>,
  would: 'Si vous fermez',
  freed: (count: number): string =>
    count === 0
      ? 'Aucune réservation n’est touchée.'
      : `${plural(count, 'réservation rendue', 'réservations rendues')}.`,
  shortened: (count: number): string =>
    `${plural(count, 'réservation raccourcie', 'réservations raccourcies')}.`,
  uncovered: (count: number): string =>
    count > 1 ? `${count} étapes perdent leur garde :` : 'Une étape perd sa garde :',
  noUncovered: 'Aucune étape à venir ne perd sa garde.',
  unknownUncovered:
    'On ne sait pas quelles étapes perdraient leur garde : ce n’est pas « aucune ». Regardez à nouveau dans un moment.',
  closeNow: 'Fermer',
  closeAnyway: 'Fermer quand même',
  doNot: 'Ne pas fermer',
  closed: 'Structure fermée',
  toCome: 'Fermetures à venir',
  none: 'Aucune fermeture dans les trois mois qui viennent.',
  days: (from: string, to: string): string => `du ${from} au ${to}`,
  hours: (opens: string, closes: string): string =>
    [opens && `ouvre à ${opens}`, closes && `ferme à ${closes}`].filter(Boolean).join(', '),
  centres: (count: number): string => plural(count, 'structure', 'structures'),
  lasting: 'fermée pour de bon',
  elsewhere: 'Replacer les enfants',
  openAgain: 'Rouvrir',
  openAgainTitle: (name: string): string => `Rouvrir : ${name}`,
  openAgainLead: (again: number, not: number): string =>
    `${plural(again, 'accueil revient', 'accueils reviennent')} comme avant${not > 0 ? ` ; ${plural(not, 'ne revient pas', 'ne reviennent pas')} : l’enfant est ailleurs, ou il n’y a plus de place` : ''}.`,
  opened: 'Structure rouverte',
  lost: 'Enfants à replacer',
  lostLead: 'Ce que la fermeture a retiré et que rien ne remplace encore.',
  noLost: 'Aucun enfant à replacer : tout a été repris ailleurs, ou rien n’était réservé.',
  place: (name: string): string => `Où va ${name}`,
  nowhere: 'Ne pas réserver',
  gone: 'La place choisie n’est plus libre : choisissez-en une autre.',
  noPlace: 'aucune place ne convient',
  part: 'une partie seulement',
  book: (count: number): string => (count > 1 ? `Réserver ces ${count} places` : 'Réserver cette place'),
  booked: (done: number, all: number): string => `${done} sur ${all} réservées`,
  hidden: 'famille non partagée',
};
