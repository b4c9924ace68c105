import { enumOf } from '@relais/platform/graphql/enums.ts';

export const Scheme = enumOf('Scheme', 'A benefit that a family or an adult may receive.', {
  RSA: 'Revenu de solidarité active: minimum income.',
  PRIME_ACTIVITE: "Prime d'activité: supplement for low earnings.",
  ASF: 'Allocation de soutien familial: support for a child raised by one parent.',
  AAH: 'Allocation aux adultes handicapés: for adults with a disability.',
  AEEH: "Allocation d'éducation de l'enfant handicapé: for a child with a disability.",
  PAJE_BASE: "Prestation d'accueil du jeune enfant, base allowance.",
  CMG: 'Complément de libre choix du mode de garde: part of the cost of a childminder or private crèche.',
  HOUSING_AID: 'Aide au logement: housing aid.',
  FAMILY_ALLOWANCES: 'Allocations familiales: from the second child on.',
});
export type Scheme = keyof typeof Scheme;
