import { professionalIdOf } from '@relais/platform/professionals/professional-id.ts';
import { demoAccounts, demoAdvisors } from '../demo-accounts.ts';
import type { DemoFamily } from './demo-family.ts';
import type { DemoProfessional } from './demo-life.ts';
import { surnames, womensNames } from './names.ts';
import { randomOf, seedOf } from './random.ts';

type Account = Omit<DemoProfessional, 'id'>;

/** Under the id that every agency gives whoever signs in. */
const professionalOf = ({ sub, name, role, agency }: Account): DemoProfessional => ({
  id: professionalIdOf(sub),
  sub,
  name,
  role,
  agency,
});

const FAMILIES_OF_A_CASEWORKER = 40;
const FIRST_CASEWORKER = 100;

const coordinator = professionalOf(demoAccounts.coordinator);
const advisors = demoAdvisors.map(professionalOf);

const colleague = (group: number): Account => {
  const random = randomOf(seedOf(group, FIRST_CASEWORKER));
  const name = `${random.pick(womensNames)} ${random.pick(surnames)}`;
  return { ...demoAccounts.caseworker, sub: `${demoAccounts.caseworker.sub}-${group + 1}`, name };
};

/** The first families are followed by the caseworker with the demo account, the next by a colleague, and so on. */
const caseworkerOf = (familyNumber: number): DemoProfessional => {
  const group = Math.floor((familyNumber - 1) / FAMILIES_OF_A_CASEWORKER);
  return professionalOf(group === 0 ? demoAccounts.caseworker : colleague(group));
};

/** Who works with a family. */
export type Team = {
  readonly caseworker: DemoProfessional;
  readonly advisor: DemoProfessional | null;
  readonly coordinator: DemoProfessional;
};

export const teamOf = (family: DemoFamily, familyNumber: number): Team => ({
  caseworker: caseworkerOf(familyNumber),
  advisor: advisors.find(({ sub }) => sub === family.jobSeekers[0]?.advisorId) ?? null,
  coordinator,
});
