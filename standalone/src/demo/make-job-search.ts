import { demoAdvisors } from '../demo-accounts.ts';
import type { DemoJobSeeker, DemoMilestone, MilestoneKind } from './demo-family.ts';
import { arrangeCover, type CareWorld } from './make-cover.ts';
import { placesOfWork } from './names.ts';
import type { CoverStatus } from './stories.ts';

const UPCOMING_DAYS = 28;
const MOST_ATTEMPTS = 80;

type Plan = { readonly kind: MilestoneKind; readonly title: string; readonly minutes: readonly number[] };

const plans: readonly Plan[] = [
  { kind: 'INTERVIEW', title: 'Entretien d’embauche, aide à domicile', minutes: [45, 60, 90] },
  { kind: 'INTERVIEW', title: 'Entretien d’embauche, agente d’accueil', minutes: [45, 60] },
  { kind: 'INTERVIEW', title: 'Entretien d’embauche, préparatrice de commandes', minutes: [60, 75] },
  { kind: 'ADVISOR_APPOINTMENT', title: 'Point d’étape avec la conseillère', minutes: [45, 60] },
  { kind: 'WORKSHOP', title: 'Atelier CV et lettre', minutes: [120, 180] },
  { kind: 'WORKSHOP', title: 'Atelier numérique', minutes: [120, 180] },
  { kind: 'TRAINING_SESSION', title: 'Formation français professionnel', minutes: [180, 210] },
  { kind: 'TRAINING_SESSION', title: 'Formation hygiène et sécurité', minutes: [180, 390] },
  { kind: 'IMMERSION', title: 'Immersion en restauration collective', minutes: [240, 420] },
];

const ROME_CODES = ['K1302', 'K1304', 'G1602', 'D1106', 'N1103', 'M1601', 'K2204', 'G1202', 'J1501'] as const;
const STARTS = [540, 570, 600, 630, 810, 840, 870, 915] as const;

type Draft = Pick<DemoMilestone, 'kind' | 'title' | 'travelMinutes' | 'isRemote' | 'place'> & {
  readonly from: number;
  readonly to: number;
};

export const draftOf = ({ maker: { random } }: CareWorld): Draft => {
  const plan = random.pick(plans);
  const from = random.pick(STARTS);
  const isRemote = plan.kind === 'ADVISOR_APPOINTMENT' && random.chance(0.3);
  return {
    kind: plan.kind,
    title: plan.title,
    from,
    to: from + random.pick(plan.minutes),
    isRemote,
    travelMinutes: isRemote ? 0 : random.between(2, 9) * 5,
    place: isRemote ? null : random.pick(placesOfWork),
  };
};

/** Tries times until one can be given the wanted cover. */
const addUpcoming = (world: CareWorld, jobSeekerId: string, wanted: CoverStatus): void => {
  const { maker, household } = world;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const { from, to, ...draft } = draftOf(world);
    const day = maker.calendar.dayAt(maker.random.between(1, UPCOMING_DAYS));
    const [startsAt, endsAt] = [day.at(from), day.at(to)];
    const isFree = household.milestones.every((other) => other.endsAt < startsAt || endsAt < other.startsAt);
    if (!day.isWorking || !isFree) continue;
    const id = maker.newId();
    const hours = { from: from - draft.travelMinutes, to: to + draft.travelMinutes };
    if (!arrangeCover(world, { milestoneId: id, day, hours }, wanted)) continue;
    const status = maker.random.chance(0.5) ? 'CONFIRMED' : 'PLANNED';
    household.milestones.push({ id, jobSeekerId, ...draft, startsAt, endsAt, status, missedReason: null });
    return;
  }
};

const outcomeOf = ({ maker: { random } }: CareWorld): Pick<DemoMilestone, 'status' | 'missedReason'> => {
  const chance = random.next();
  if (chance < 0.66) return { status: 'ATTENDED', missedReason: null };
  if (chance < 0.8) return { status: 'MISSED', missedReason: 'CHILDCARE' };
  if (chance < 0.86)
    return { status: 'MISSED', missedReason: random.pick(['HEALTH', 'TRANSPORT', 'OTHER'] as const) };
  return { status: chance < 0.93 ? 'EXCUSED' : 'CANCELLED', missedReason: null };
};

const addPast = (world: CareWorld, { id: jobSeekerId, closedOn }: DemoJobSeeker): void => {
  const { maker, household } = world;
  const { from, to, ...draft } = draftOf(world);
  const sinceClosed = closedOn ? closedOn.until(maker.calendar.today).days : 0;
  const day = maker.calendar.dayAt(-sinceClosed - maker.random.between(2, 44));
  if (!day.isWorking) return;
  household.milestones.push({
    id: maker.newId(),
    jobSeekerId,
    ...draft,
    startsAt: day.at(from),
    endsAt: day.at(to),
    ...outcomeOf(world),
  });
};

const makeJobSeeker = (
  { maker, household }: CareWorld,
  advisorId: string,
  isClosed: boolean,
): DemoJobSeeker => {
  const { random, calendar, newId } = maker;
  const registered = random.between(300, 500);
  const jobSeeker: DemoJobSeeker = {
    id: newId(),
    adultId: household.adults[0]?.id ?? '',
    category: random.pick([1, 1, 2, 2, 3, 4, 9]),
    statisticalCategory: random.pick(['A', 'A', 'B', 'F', 'G']),
    romeCode: random.pick(ROME_CODES),
    advisorId,
    registeredOn: calendar.dayAt(-registered).day,
    closedOn: isClosed ? calendar.dayAt(-random.between(5, 200)).day : null,
    closingReason: null,
  };
  return jobSeeker;
};

/** The return that ends a file, and why it does. */
const addReturnToWork = (
  { maker, household }: CareWorld,
  { id, closedOn }: DemoJobSeeker,
): DemoJobSeeker['closingReason'] => {
  const { random, newId, calendar } = maker;
  const kind = random.pick(['EMPLOYMENT', 'EMPLOYMENT', 'TRAINING', 'EDUCATION'] as const);
  household.returnsToWork.push({
    id: newId(),
    jobSeekerId: id,
    kind,
    startsOn: closedOn ?? calendar.today,
    title: kind === 'EMPLOYMENT' ? 'CDD, agente de service' : 'Formation d’aide-soignante',
    weeklyHours: kind === 'EDUCATION' ? null : random.pick([20, 24, 28, 35]),
    contract: kind === 'EMPLOYMENT' ? 'FIXED_TERM' : null,
  });
  return kind === 'EMPLOYMENT' ? 'EMPLOYMENT_FOUND' : 'TRAINING_STARTED';
};

/** Adds the job search of a family's first adult, each milestone to come with the cover it is meant to have. */
export const addJobSearch = (
  world: CareWorld,
  covers: readonly CoverStatus[],
  familyNumber: number,
): void => {
  const { random } = world.maker;
  const isClosed = covers.length === 0;
  if (isClosed && random.chance(0.25)) return;
  const chosen = isClosed ? demoAdvisors[familyNumber % demoAdvisors.length] : random.pick(demoAdvisors);
  const advisor = familyNumber === 1 || !chosen ? demoAdvisors[0] : chosen;
  const jobSeeker = makeJobSeeker(world, advisor.sub, isClosed);
  const past = random.between(1, 3);
  for (let count = 0; count < past; count += 1) addPast(world, jobSeeker);
  const closingReason = isClosed ? addReturnToWork(world, jobSeeker) : null;
  world.household.jobSeekers.push({ ...jobSeeker, closingReason });
  for (const cover of covers) addUpcoming(world, jobSeeker.id, cover);
};
