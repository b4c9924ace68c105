import { newId } from '@relais/platform/ids.ts';
import type { AgencyName, ByAgency } from '../../../subgraphs/agencies.ts';
import type { Random } from '../../src/demo/random.ts';
import { askUntilAnswered, type Mutation, type Outcome, signIn } from '../agencies/ask.ts';

/** A caseworker registers the families and leads their teams, an advisor helps to find work, a colleague comes and goes. */
export type Person = 'caseworker' | 'advisor' | 'colleague';

/** As the sign-in knows them whom the caseworker puts into a team. */
export const subs = { advisor: 'prove-advisor', colleague: 'prove-colleague' } as const;

export type City = {
  readonly urls: ByAgency<string>;
  readonly tokens: Readonly<Record<Person, string>>;
  readonly secret: string;
  readonly random: Random;
};

/** Only who has signed in can be put into a team. */
export const introduce = async ({ urls, tokens, secret }: Omit<City, 'random'>): Promise<void> => {
  for (const token of [tokens.advisor, tokens.colleague])
    await signIn(urls['social-protection'], token, secret);
};

type Asked = Omit<Mutation, 'url' | 'token'>;
type Life = {
  readonly city: City;
  readonly familyId: string;
  readonly adultId: string;
  readonly jobSeekerId: string;
  readonly entitlementId: string;
  readonly milestones: { readonly id: string; version: number; startsAt: Date }[];
  entitlementVersion: number;
  /** The colleague's membership, while there is one. */
  membershipId: string | null;
  changes: number;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MOST_MILESTONES = 4;
/** A change of ours that was stored although its answer was lost. */
const DONE_ALREADY: readonly string[] = ['STALE_VERSION', 'ALREADY_LEFT'];

const asked = async (
  { city: { urls, tokens, secret } }: Life,
  [person, agency]: readonly [Person, AgencyName],
  mutation: Asked,
): Promise<Outcome> => {
  const outcome = await askUntilAnswered({ ...mutation, url: urls[agency], token: tokens[person] }, secret);
  const { refused } = outcome;
  if (refused && !DONE_ALREADY.includes(refused)) throw new Error(`${mutation.name} was refused: ${refused}`);
  return outcome;
};

const today = (): string => new Date().toISOString().slice(0, 10);

/** Ten o'clock some day of the coming months. */
const someDay = ({ city: { random } }: Life): Date => {
  const day = Math.floor(Date.now() / DAY_MS) + random.between(2, 90);
  return new Date(day * DAY_MS + 10 * HOUR_MS);
};

const register = async (life: Life): Promise<void> => {
  const address = { street: '1 rue de la Preuve', postalCode: '44000', city: 'Nantes' };
  const input = {
    id: life.familyId,
    family: { displayName: 'Preuve', householdKind: 'LONE_PARENT', address },
    adults: [{ id: life.adultId, firstName: 'Ada', lastName: 'Preuve' }],
    children: [{ firstName: 'Tom', lastName: 'Preuve', birthDate: '2025-01-15' }],
  };
  await asked(life, ['caseworker', 'early-childhood'], {
    name: 'registerFamily',
    record: 'family',
    selection: '{ id }',
    input,
  });
};

const join = async (life: Life, sub: string): Promise<string> => {
  const id = newId();
  await asked(life, ['caseworker', 'social-protection'], {
    name: 'joinSupportTeam',
    record: 'member',
    selection: '{ id }',
    input: { id, familyId: life.familyId, professional: { sub } },
    notYet: ['UNKNOWN_FAMILY'],
  });
  return id;
};

/** The advisor sees the family by being in its team, and may then open a file. */
const addAdvisor = async (life: Life): Promise<void> => {
  await join(life, subs.advisor);
};

const leave = async (life: Life, memberId: string): Promise<void> => {
  await asked(life, ['caseworker', 'social-protection'], {
    name: 'leaveSupportTeam',
    record: 'member',
    selection: '{ id }',
    input: { memberId, version: 1 },
  });
};

/** Whoever follows the family is told at once to every agency, or as soon as it is back. */
const changeTeam = async (life: Life): Promise<void> => {
  if (life.membershipId === null) {
    life.membershipId = await join(life, subs.colleague);
    return;
  }
  await leave(life, life.membershipId);
  life.membershipId = null;
};

const openFiles = async (life: Life): Promise<void> => {
  const { jobSeekerId, adultId, familyId, entitlementId } = life;
  await asked(life, ['advisor', 'employment'], {
    name: 'openJobSeekerFile',
    record: 'jobSeeker',
    selection: '{ id }',
    input: { id: jobSeekerId, adultId, category: 1 },
    notYet: ['UNKNOWN_ADULT', 'UNKNOWN_FAMILY'],
  });
  await asked(life, ['caseworker', 'social-protection'], {
    name: 'openEntitlement',
    record: 'entitlement',
    selection: '{ id }',
    input: { id: entitlementId, familyId, scheme: 'RSA', state: 'PENDING', from: today() },
    notYet: ['UNKNOWN_FAMILY'],
  });
};

const schedule = async (life: Life): Promise<void> => {
  const startsAt = someDay(life);
  const milestone = { id: newId(), version: 1, startsAt };
  const { jobSeekerId } = life;
  const endsAt = new Date(startsAt.getTime() + HOUR_MS);
  const input = { id: milestone.id, jobSeekerId, kind: 'INTERVIEW', title: 'Entretien', travelMinutes: 20 };
  await asked(life, ['advisor', 'employment'], {
    name: 'scheduleMilestone',
    record: 'milestone',
    selection: '{ id }',
    input: { ...input, startsAt, endsAt, confirmed: true },
  });
  life.milestones.push(milestone);
};

const move = async (life: Life): Promise<void> => {
  const milestone = life.city.random.pick(life.milestones);
  const startsAt = someDay(life);
  const endsAt = new Date(startsAt.getTime() + 2 * HOUR_MS);
  await asked(life, ['advisor', 'employment'], {
    name: 'moveMilestone',
    record: 'milestone',
    selection: '{ id }',
    input: { milestoneId: milestone.id, version: milestone.version, startsAt, endsAt, confirmed: true },
  });
  milestone.version += 1;
};

const addAdult = async (life: Life): Promise<void> => {
  const adult = { id: newId(), firstName: 'Eve', lastName: 'Preuve' };
  await asked(life, ['caseworker', 'early-childhood'], {
    name: 'addAdult',
    record: 'adult',
    selection: '{ id }',
    input: { familyId: life.familyId, adult },
  });
};

const changeBenefits = async (life: Life): Promise<void> => {
  const isOpen = life.entitlementVersion % 2 === 0;
  await asked(life, ['caseworker', 'social-protection'], {
    name: 'changeEntitlementState',
    record: 'entitlement',
    selection: '{ id }',
    input: {
      entitlementId: life.entitlementId,
      version: life.entitlementVersion,
      from: today(),
      state: isOpen ? 'SUSPENDED' : 'OPEN',
    },
  });
  life.entitlementVersion += 1;
};

const changeSomething = (life: Life): Promise<void> => {
  const { random } = life.city;
  if (life.milestones.length === 0) return schedule(life);
  const dice = random.between(1, 10);
  if (dice <= 2 && life.milestones.length < MOST_MILESTONES) return schedule(life);
  if (dice <= 3) return addAdult(life);
  if (dice <= 5) return changeBenefits(life);
  if (dice <= 6) return changeTeam(life);
  return move(life);
};

/** One family from its registration through so many changes, told to three agencies. */
export const liveThrough = async (city: City, changes: number, onChange: () => void): Promise<void> => {
  const life: Life = {
    city,
    familyId: newId(),
    adultId: newId(),
    jobSeekerId: newId(),
    entitlementId: newId(),
    milestones: [],
    entitlementVersion: 1,
    membershipId: null,
    changes: 0,
  };
  const opening = [register, addAdvisor, openFiles];
  for (let count = 0; count < changes; count += 1) {
    const change = opening[count] ?? changeSomething;
    await change(life);
    onChange();
  }
};
