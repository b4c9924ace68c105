import type { TestUser } from '@relais/platform/testing/test-users.ts';
import type { Answer } from '../test-whole-graph.ts';

type Learnt = Readonly<Record<string, string | number>>;

/** One documented operation, as somebody uses it in the story that all of them tell together. */
export type OperationRun = {
  readonly as: TestUser;
  /** The time it is then; the clock stays there for the runs that follow. */
  readonly at?: string;
  /** `known` gives what earlier runs learnt. */
  readonly variables: (known: Learnt) => Readonly<Record<string, unknown>>;
  /** What later runs need of the answer. */
  readonly learn?: (data: Answer['data']) => Learnt;
};

/** By the name of the file, in order; an operation may be used more than once. */
export type OperationRuns = readonly (readonly [file: string, run: OperationRun])[];

const person =
  (role: TestUser['role'], agency: string) =>
  (sub: string, name: string): TestUser => ({ role, sub, name, agency });

export const zoe = person('CARE_COORDINATOR', 'ville-de-nantes')('zoe', 'Zoé Le Bihan');
/** Keeps the files of colleagues' own families as well. */
export const hana = { ...person('CARE_COORDINATOR', 'ville-de-nantes')('hana', 'Hana Kerjean'), admin: true };
export const maud = person('CASEWORKER', 'departement-44')('maud', 'Maud Gérard');
/** Loses a telephone. */
export const leaver = person('CASEWORKER', 'departement-44')('leaver', 'Luc Aubry');
/** Follows no family of the story. */
export const nora = person('CASEWORKER', 'departement-44')('nora', 'Nora Le Goff');
/** Keeps the directory of her agency as well. */
export const odile = { ...person('CASEWORKER', 'departement-44')('odile', 'Odile Guyader'), admin: true };
export const ali = person('EMPLOYMENT_ADVISOR', 'france-travail')('ali', 'Ali Morvan');
/** Hands on what absent advisors of her agency follow. */
export const nina = {
  ...person('EMPLOYMENT_ADVISOR', 'france-travail')('nina', 'Nina Kermarrec'),
  admin: true,
};
/** Checks who reads what. */
export const pascal = person('AUDITOR', 'ville-de-nantes')('pascal', 'Pascal Ouvrard');
export const lea = person('EMPLOYMENT_ADVISOR', 'france-travail')('lea', 'Léa Riou');
