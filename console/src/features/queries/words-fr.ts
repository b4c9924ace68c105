import type { Role } from '../../graph/session.ts';

export const fr = {
  title: (name: string): string => `Bonjour ${name}`,
  lead: 'Relais n’a pas encore d’écran pour votre travail. Voici ce qui vous sert dès aujourd’hui.',
  queries:
    'Les requêtes toutes prêtes de votre métier, dans GraphiQL : le premier onglet qui porte votre rôle s’ouvre et s’exécute.',
  noQueries: 'Votre administration vous dira avec quel logiciel lire et changer le reste en attendant.',
  openQueries: 'Ouvrir les requêtes',
  may: {
    CASEWORKER: '',
    EMPLOYMENT_ADVISOR: '',
    CARE_COORDINATOR: '',
    CENTRE_STAFF: '',
    AUDITOR:
      'Les recherches de familles, les journaux d’accès et les chiffres de la démarche se lisent dans les requêtes.',
    INTEGRATOR: 'Les structures, les quartiers et les chiffres de la démarche se lisent dans les requêtes.',
  } satisfies Record<Role, string>,
};
