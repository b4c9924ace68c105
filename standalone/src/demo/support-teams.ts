import { demoAccounts, demoAdvisors } from '../demo-accounts.ts';
import type { DemoFamily } from './demo-family.ts';
import { idsOf } from './demo-ids.ts';
import type { DemoProfessional } from './demo-life.ts';
import { surnames, womensNames } from './names.ts';
import { randomOf, seedOf } from './random.ts';

type Account = Omit<DemoProfessional, 'id'>;

/** So that their ids differ from those of every family. */
const PROFESSIONALS = 70_000_000;

/** Ids of professionals are the same in every city, so that a family added later has the same ones. */
const professionalOf = ({ sub, name, role, agency }: Account, number: number): DemoProfessional => ({
  id: idsOf(0, PROFESSIONALS + number)(),
  sub,
  name,
  role,
  agency,
});

const FAMILIES_OF_A_CASEWORKER = 40;
const FIRST_CASEWORKER = 100;

const coordinator = professionalOf(demoAccounts.coordinator, 1);
const advisors = demoAdvisors.map((account, index) => professionalOf(account, index + 2));

const colleague = (group: number): Account => {
  const random = randomOf(seedOf(group, FIRST_CASEWORKER));
  const name = `${random.pick(womensNames)} ${random.pick(surnames)}`;
  return { ...demoAccounts.caseworker, sub: `${demoAccounts.caseworker.sub}-${group + 1}`, name };
};

/** The first families are followed by the caseworker with the demo account, the next by a colleague, and so on. */
const caseworkerOf = (familyNumber: number): DemoProfessional => {
  const group = Math.floor((familyNumber - 1) / FAMILIES_OF_A_CASEWORKER);
  return professionalOf(group === 0 ? demoAccounts.caseworker : colleague(group), FIRST_CASEWORKER + group);
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
