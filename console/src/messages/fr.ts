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
  notYetTold: (names: readonly string[]): string =>
    names.length > 1
      ? `${list.format(names)} ne le savent pas encore : ce qu’elles montrent changera dans un moment.`
      : `${list.format(names)} ne le sait pas encore : ce qu’elle montre changera dans un moment.`,
  /** What is done, and about whom. */
  about: (what: string, name: string): string => (name === '' ? what : `${what} : ${name}`),
  titled: (title: string): string => `${title} :`,
  cancel: 'Annuler',
  sending: 'Enregistrement…',
  agencies: {
    'early-childhood': 'Petite enfance',
    'social-protection': 'Protection sociale',
    employment: 'Emploi',
  },
  district: 'Quartier',
  everywhere: 'Toute la ville',
  noCentres: 'La ville n’a encore aucune structure.',
  noCentresNext:
    'Elles viennent de la liste de la ville, que l’exploitant reprend ; ce qui y manque encore se lit ici.',
  more: 'Voir la suite',
  call: (name: string): string => `Appeler ${name}`,
  months: (months: number): string => `${months} mois`,
  years: (years: number): string => plural(years, 'an', 'ans'),
  moreToSettle: (count: number): string => (count > 1 ? `Voir ${count} autres` : 'Voir 1 autre'),
  weekdays: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
  week: {
    from: (day: string): string => `${day} de`,
    to: (day: string): string => `${day} à`,
  },
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
    lockedTitle: 'Écran verrouillé',
    lockedText: (name: string): string =>
      `Personne n’a touché cet écran depuis cinq minutes. ${name} : reconnectez-vous, la page est restée telle quelle. Ce qui a été touché sans réseau part dès qu’il revient.`,
    someoneElse: 'Quelqu’un d’autre',
    again: 'Me reconnecter',
    leave: 'Quitter sans garder',
    back: 'Vous êtes reconnecté(e). Vous pouvez fermer cet onglet et reprendre où vous étiez.',
    backTitle: 'C’est bon',
    goOn: 'Continuer ici',
    notConfirmed: (names: string): string =>
      `Vous êtes déconnecté(e) ici. N’ont pas confirmé la fin de vos sessions : ${names}.`,
  },
  sessionsEnded: {
    title: 'Sessions terminées',
    none: 'Personne n’a terminé de session.',
    own: 'a terminé ses propres sessions',
    by: (name: string): string => `· par ${name}`,
    at: (day: string, time: string): string => `${day} à ${time}`,
  },
  kept: {
    title: 'Places gardées pour les urgences',
    none: 'Aucune : l’urgence passe par les 15 % au-delà de l’autorisation.',
    places: (count: number): string => plural(count, 'place gardée', 'places gardées'),
    from: (day: string): string => `À partir du ${day}`,
  },
  leaving: {
    title: 'Quitter sans enregistrer ?',
    text: 'Ce que vous avez écrit sur cette page n’est pas encore envoyé. Si vous la quittez, ce sera perdu.',
    stay: 'Rester ici',
    leave: 'Quitter la page',
  },
  shell: {
    skip: 'Aller au contenu',
    main: 'Navigation principale',
    person: 'Mon compte',
    week: 'Ma semaine',
    families: 'Familles',
    myFamilies: 'Mes familles',
    home: 'Accueil',
    today: 'Aujourd’hui',
    waiting: 'Liste d’attente',
    offers: 'Places proposées',
    withoutCare: 'Sans garde',
    day: 'Ma structure',
    audit: 'Contrôle',
    closures: 'Fermetures',
    placements: 'Accueils',
    places: 'Places',
    colleagues: 'Annuaire',
    doubles: 'Doublons',
    report: 'Bilan',
    city: 'Règles',
    inbox: 'Orientations',
    incomplete: 'À compléter',
    plan: 'Planifier',
    jobSeekers: 'Mes demandeurs',
    printedBy: (name: string, role: string): string => `Imprimé par ${name}, ${role}`,
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
};

export type Words = typeof fr;
