import type { Role } from '../graph/session.ts';
import { plural } from './fr-plural.ts';
import { roles } from './fr-roles.ts';

type Pair = readonly [key: string, meaning: string];

const list = new Intl.ListFormat('fr', { type: 'conjunction' });

export const fr = {
  roles,
  near: { today: 'aujourd’hui', tomorrow: 'demain', yesterday: 'hier' },
  and: (names: readonly string[]): string => list.format(names),
  asOf: (time: string): string => `à jour à ${time}`,
  readingAnew: 'mise à jour…',
  reading: 'Lecture en cours…',
  again: 'Réessayer',
  close: 'Fermer',
  more: 'Voir la suite',
  call: (name: string): string => `Appeler ${name}`,
  months: (months: number): string => `${months} mois`,
  years: (years: number): string => plural(years, 'an', 'ans'),
  moreToSettle: (count: number): string => (count > 1 ? `Voir ${count} autres` : 'Voir 1 autre'),
  weekdays: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
  failure: {
    network:
      'Relais ne répond pas. Vérifiez le réseau, puis réessayez : rien de ce que vous avez écrit n’est perdu.',
    title: 'Cette page n’a pas pu être lue',
    unknownPage: 'Cette page n’existe pas.',
    home: 'Revenir à l’accueil',
    broken:
      'Quelque chose s’est mal passé sur cette page. Rechargez-la ; si cela revient, dites-le à votre administration.',
    reload: 'Recharger',
  },
  front: {
    title: 'Une famille, trois agences, un seul dossier',
    lead: 'Garde des enfants, prestations et recherche d’emploi d’une même famille se lisent ensemble ; chaque agence garde ses données et décide qui les voit.',
    signIn: 'Se connecter',
  },
  session: {
    over: 'Votre session est terminée : rien n’a été enregistré. Reconnectez-vous, puis recommencez.',
    endedTitle: 'Votre session est terminée',
    endedText: (name: string): string =>
      `Cette page reste telle quelle, avec ce que vous avez écrit. Reconnectez-vous dans un nouvel onglet comme ${name} : vous la retrouverez ici.`,
    again: 'Me reconnecter',
    leave: 'Quitter sans garder',
    back: 'Vous êtes reconnecté(e). Vous pouvez fermer cet onglet et reprendre où vous étiez.',
    backTitle: 'C’est bon',
    goOn: 'Continuer ici',
    notConfirmed: (names: string): string =>
      `Vous êtes déconnecté(e) ici. N’ont pas confirmé la fin de vos sessions : ${names}.`,
  },
  shell: {
    skip: 'Aller au contenu',
    main: 'Navigation principale',
    person: 'Mon compte',
    week: 'Ma semaine',
    families: 'Familles',
    myFamilies: 'Mes familles',
    home: 'Accueil',
    search: 'Chercher une famille',
    help: 'Raccourcis',
    language: 'English',
    changePerson: 'Changer de personne',
    signOut: 'Se déconnecter',
    signOutEverywhere: 'Se déconnecter partout',
    graph: 'Requêtes (GraphiQL)',
  },
  search: {
    title: 'Chercher une famille',
    label: 'Nom ou référence',
    hint: 'Deux lettres au moins',
    none: (text: string): string => `Aucune famille que vous pouvez ouvrir ne correspond à « ${text} ».`,
    all: 'Voir tous les résultats',
    found: (count: number): string => plural(count, 'famille', 'familles'),
  },
  help: {
    title: 'Raccourcis au clavier',
    keys: [
      ['/', 'chercher une famille'],
      ['?', 'voir ces raccourcis'],
      ['j ou ↓', 'ligne suivante, dans une liste'],
      ['k ou ↑', 'ligne précédente'],
      ['Entrée', 'ouvrir la ligne'],
      ['Échap', 'fermer ce qui est ouvert'],
    ] satisfies Pair[],
  },
  first: { gotIt: 'Compris', title: 'Première visite' },
  absent: {
    notShared: 'Non partagé avec vous',
    objection: 'La famille s’oppose au partage de cette information avec votre agence.',
    restricted: 'L’adresse de cette famille est protégée : seul son groupe de suivi la lit.',
    role: (owner: string): string => `${owner} garde cette information pour ses propres agents.`,
    away: 'Momentanément indisponible',
    awayText: (owner: string): string =>
      `${owner} ne répond pas. Ce n’est pas « aucun » : on ne sait pas. Le reste de la page est à jour.`,
    partial: 'Liste incomplète : une partie n’est pas partagée avec vous.',
    owners: {
      care: 'La petite enfance',
      benefits: 'La protection sociale',
      jobSearch: 'L’emploi',
    },
  },
  cover: {
    legend: 'Légende',
    milestone: 'étape',
    travel: 'trajet',
    cared: 'gardé',
    missing: 'manque',
    unknown: 'inconnu',
    lane: (name: string, cared: readonly string[], missing: readonly string[]): string =>
      [
        `${name} :`,
        cared.length > 0 ? `gardé de ${cared.join(', ')}` : 'jamais gardé',
        missing.length > 0 ? `; manque de ${missing.join(', ')}` : '',
      ].join(' '),
    laneUnknown: (name: string): string => `${name} : on ne sait pas chez quel parent`,
    unknownWhy: 'Résidence alternée sans calendrier : on ne sait pas chez quel parent est l’enfant.',
    askReferent: 'À demander au référent.',
    book: 'Réserver',
    bookOther: 'Réserver ce choix',
    booking: 'Réservation…',
    booked: (count: number): string => (count > 1 ? `${count} places réservées` : 'Place réservée'),
    undo: 'Annuler',
    undoing: 'Annulation…',
    undone: 'Réservation annulée, la place est rendue.',
    undoReason: 'Annulé aussitôt par la personne qui a réservé.',
    nothingBooked: 'Rien n’a été réservé.',
    notUndone: 'La réservation n’est pas annulée.',
    reread: 'Les places possibles viennent d’être relues, ci-dessous.',
    noPlace: (names: string): string => `Aucune place trouvée pour ${names}.`,
    seeWhy: 'Ouvrir pour voir ce qui bloque.',
    needed: (from: string, to: string, travel: string): string =>
      `Garde nécessaire de ${from} à ${to}${travel === '' ? '' : `, avec ${travel} de trajets`}.`,
    lacks: (time: string, span: string): string => `Manque ${time}, ${span}`,
    choose: (name: string, span: string): string => `Où garder ${name}, ${span}`,
    proposed: 'proposition',
    partOnly: (span: string): string => `une partie seulement : ${span}`,
    ages: (from: number, to: number): string => `${from} à ${to} mois`,
    noOption: 'Aucune place ne convient. Ce qui bloque, au plus près :',
    nothingNear: 'Aucune structure n’approche de ce besoin.',
    already: 'Déjà réservé pour cette étape',
    alreadyLine: (name: string, centre: string, span: string): string => `${name} : ${centre}, ${span}`,
    giveBack: 'Rendre',
    giveBackTitle: 'Rendre cette place',
    giveBackReason: 'Pourquoi la rendre ?',
    giveBackHint: 'La famille et la structure liront cette raison.',
    reasonNeeded: 'Dites pourquoi, en quelques mots.',
    keep: 'Garder la place',
    find: 'Trouver une garde',
    seeBooked: 'Voir la réservation',
    place: 'Lieu',
    remote: 'À distance',
    family: 'Famille',
    noCoverTold: 'Garde pas encore calculée',
    openRow: (name: string): string => `Détail : ${name}`,
  },
  honest: {
    title: (name: string): string => `Bonjour ${name}`,
    lead: 'Relais n’a pas encore d’écran pour votre travail. Voici ce qui vous sert dès aujourd’hui.',
    queries:
      'Les requêtes toutes prêtes de votre métier, dans GraphiQL : le premier onglet qui porte votre rôle s’ouvre et s’exécute.',
    noQueries: 'Votre administration vous dira avec quel logiciel lire et changer le reste en attendant.',
    openQueries: 'Ouvrir les requêtes',
    may: {
      CASEWORKER: '',
      EMPLOYMENT_ADVISOR: '',
      CARE_COORDINATOR:
        'Chercher une famille et ouvrir son dossier, réserver ce qui manque à une étape. La liste d’attente, les offres, les places et les commissions se lisent dans les requêtes.',
      CENTRE_STAFF:
        'Le jour et la semaine de votre structure se lisent dans les requêtes « Centre: my day » et « Centre: my week ».',
      AUDITOR:
        'Les recherches de familles, les journaux d’accès et les chiffres de la démarche se lisent dans les requêtes.',
      INTEGRATOR: 'Les structures, les quartiers et les chiffres de la démarche se lisent dans les requêtes.',
    } satisfies Record<Role, string>,
  },
};

export type Words = typeof fr;
