import { plural } from '../../messages/fr-plural.ts';
import type { Verdict } from './seals.rules.ts';

export const fr = {
  title: 'Contrôle',
  lead: 'Qui a ouvert quoi, et les dossiers ouverts en urgence.',
  show: {
    emergencies: 'Ouvertures en urgence',
    accesses: 'Accès',
    lookups: 'Recherches',
    sessions: 'Sessions terminées',
    seals: 'Sceaux',
  },
  lookupsLead:
    'Avant d’enregistrer une famille, on demande si elle a déjà un dossier. La réponse est lue ; les références trouvées ne sont montrées qu’ici.',
  noLookup: 'Aucune recherche de ce genre.',
  sessionsLead:
    'Ce qui était ouvert avec ce compte s’est fermé d’un coup, dans les trois agences ; la personne a pu se reconnecter.',
  filters: 'Choisir ce qui est contrôlé',
  toReview: 'À examiner',
  reviewed: 'Déjà examinées',
  noneToReview: 'Aucune ouverture en urgence n’attend d’examen.',
  noneReviewed: 'Aucune ouverture en urgence n’a encore été examinée.',
  opened: (name: string, reference: string): string => `${name} a ouvert ${reference}`,
  somebody: 'Une personne qui n’est plus au répertoire',
  unknown: 'un dossier',
  when: (from: string, until: string): string => `${from}, jusqu’à ${until}`,
  reason: 'Raison donnée',
  many: (count: number): string => `${count} dossiers ouverts ainsi en 24 heures`,
  review: 'Examiner',
  save: 'Enregistrer l’examen',
  reviewLead: 'L’accès à chaque donnée est dans les journaux, avec la relation « urgence ».',
  finding: 'Constat',
  findingNeeded: 'Dites ce que vous avez constaté.',
  remark: 'Ce qu’il y a à en dire',
  remarkNeeded: 'Dites ce qui suit : c’est nécessaire quand ce n’était pas justifié.',
  noted: 'Examen enregistré',
  by: (name: string, day: string): string => `par ${name}, ${day}`,
  seeLog: 'Voir ses accès',
  reference: 'Référence du dossier',
  sub: 'Personne ou système (identifiant)',
  from: 'Du',
  to: 'Au',
  look: 'Chercher',
  noAccess: 'Aucun accès de ce genre.',
  older: 'Voir plus d’accès',
  cut: (most: number): string =>
    `Les ${most} accès les plus récents de chaque agence sont montrés ; il y en a d’autres avant. Pour les voir, choisissez un dernier jour plus tôt.`,
  logs: { care: 'petite enfance', jobSearch: 'emploi', benefits: 'prestations' },
  moment: (day: string, time: string): string => `${day} à ${time}`,
  logOf: (log: string): string => `Journal : ${log}`,
  sealsLead:
    'Chaque journal est scellé toutes les cinq minutes, et les deux autres agences gardent l’empreinte de chaque sceau.',
  noSeal: 'Aucun sceau encore.',
  sealedAt: (seals: number, at: string): string => `${plural(seals, 'sceau', 'sceaux')}, le dernier ${at}.`,
  noneWaits: 'Tout est scellé.',
  waiting: (rows: number, since: string): string =>
    `${plural(rows, 'ligne attend', 'lignes attendent')} le prochain sceau, depuis ${since}.`,
  verdicts: {
    AGREES: (keeper) => `Ce que garde l’agence « ${keeper} » s’accorde.`,
    CUT: (keeper) =>
      `L’agence « ${keeper} » garde un sceau qui n’est plus dans ce journal : la fin en a été coupée.`,
    DIFFERS: (keeper) => `L’agence « ${keeper} » garde une autre empreinte : ce journal a été réécrit.`,
    CONTRADICTED: (keeper) =>
      `L’agence « ${keeper} » a reçu deux empreintes d’un même sceau : ce journal a été réécrit.`,
    NOTHING: (keeper) => `L’agence « ${keeper} » n’a encore reçu aucune empreinte.`,
    LAGGING: (keeper) =>
      `L’agence « ${keeper} » ne reçoit plus les sceaux de ce journal : les derniers ne sont gardés par personne.`,
    BEHIND: (keeper) =>
      `L’agence « ${keeper} » est loin en arrière : les derniers sceaux ne sont pas gardés.`,
    NEWER: (keeper) =>
      `L’agence « ${keeper} » vient de recevoir un sceau plus récent que ce qui a été lu : relisez.`,
    UNKNOWN: (keeper) => `Ce que garde l’agence « ${keeper} » n’a pas été lu : non comparé.`,
  } satisfies Record<Verdict, (keeper: string) => string>,
  keptUpTo: (seal: number, at: string): string => `Jusqu’au sceau n° ${seal}, reçu ${at}.`,
  notRead: 'Non lu.',
  readAgain: 'Relire',
  letGo: (months: string): string => `Mois archivés, dont les sceaux restent : ${months}.`,
  sealed:
    'Ligne par ligne, chaque journal se compare à ses sceaux chez l’exploitant, hors des bases : npm run audit:verify.',
};
