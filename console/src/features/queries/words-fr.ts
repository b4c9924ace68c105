import type { Role } from '../../graph/session.ts';

export const fr = {
  title: (name: string): string => `Bonjour ${name}`,
  lead: 'Ce que les écrans ne montrent pas se lit dans les requêtes.',
  queries:
    'Les requêtes toutes prêtes de votre métier, dans GraphiQL : le premier onglet qui porte votre rôle s’ouvre et s’exécute.',
  noQueries: 'Votre administration vous dira avec quel logiciel lire et changer le reste en attendant.',
  openQueries: 'Ouvrir les requêtes',
  may: {
    CASEWORKER: '',
    EMPLOYMENT_ADVISOR: '',
    CARE_COORDINATOR: '',
    CENTRE_STAFF: '',
    AUDITOR: 'Les recherches de familles et les fins de session se lisent dans les requêtes.',
    INTEGRATOR: 'Les structures, les quartiers et les chiffres de la démarche se lisent dans les requêtes.',
  } satisfies Record<Role, string>,
};
