import { addMinutes } from '@relais/platform/time/civil-time.ts';
import type {
  DemoFamily,
  DemoFollowUp,
  DemoJobSeeker,
  DemoMilestone,
  DemoReturnToWork,
} from './demo-family.ts';
import type { DemoContract, DemoLife, DemoStep } from './demo-life.ts';
import type { Maker } from './make-people.ts';

type History = Pick<DemoLife, 'contracts' | 'followUps' | 'jobSearchSteps'>;
type Done = { readonly kind: string; readonly at: Date; readonly facts: DemoStep['facts'] };

const MORNING = 10 * 60;
const EVENING = 17 * 60;
const CONTRACT_AFTER_DAYS = 12;
const OFTEN = 0.7;

const at = (maker: Maker, day: DemoJobSeeker['registeredOn'], minutes: number): Date =>
  maker.calendar.dayAt(maker.calendar.today.until(day).days).at(minutes);

const contractsOf = (maker: Maker, { id, registeredOn }: DemoJobSeeker): DemoContract[] => {
  const { random, newId } = maker;
  if (!random.chance(OFTEN)) return [];
  const signedOn = registeredOn.add({ days: CONTRACT_AFTER_DAYS });
  return [{ id: newId(), jobSeekerId: id, signedOn, weeklyHours: random.pick([15, 15, 17.5, 20]) }];
};

/** The steps of the file itself; as many as its version. */
export const fileSteps = (
  { registeredOn, advisorId, category, closedOn, closingReason }: DemoJobSeeker,
  contracts: readonly DemoContract[],
): readonly {
  readonly kind: string;
  readonly day: DemoJobSeeker['registeredOn'];
  readonly facts: DemoStep['facts'];
}[] => [
  { kind: 'FILE_OPENED', day: registeredOn, facts: { day: `${registeredOn}`, advisorId, category } },
  ...contracts.map(({ signedOn, weeklyHours }) => ({
    kind: 'CONTRACT_AGREED',
    day: signedOn,
    facts: { day: `${signedOn}`, weeklyHours },
  })),
  ...(closedOn ? [{ kind: 'FILE_CLOSED', day: closedOn, facts: { day: `${closedOn}`, closingReason } }] : []),
];

const OUTCOMES: readonly string[] = ['ATTENDED', 'MISSED', 'EXCUSED', 'CANCELLED'];

/** The statuses a milestone went through, first to last; as many as its version. */
export const statusesOf = ({ status }: Pick<DemoMilestone, 'status'>): readonly string[] => {
  if (status === 'PLANNED') return ['PLANNED'];
  return OUTCOMES.includes(status) ? ['PLANNED', 'CONFIRMED', status] : ['PLANNED', status];
};

const HOURS_AFTER = 2;
const NOTICE_DAYS = 8;

/** Planned a week ahead, yesterday at the latest; confirmed soon after; its outcome noted when it was over. */
const milestoneSteps = (maker: Maker, milestone: DemoMilestone): Done[] => {
  const { startsAt, endsAt, kind, missedReason } = milestone;
  const facts = { startsAt: startsAt.toISOString(), milestoneKind: kind };
  const yesterday = maker.calendar.dayAt(-1).at(MORNING);
  const ahead = addMinutes(startsAt, -NOTICE_DAYS * 24 * 60);
  const planned = new Date(Math.min(ahead.getTime(), yesterday.getTime()));
  const last =
    milestone.status === 'CANCELLED' ? addMinutes(startsAt, -24 * 60) : addMinutes(endsAt, HOURS_AFTER * 60);
  const moments = [planned, addMinutes(planned, HOURS_AFTER * 60), last];
  return statusesOf(milestone).map((status, index) => ({
    kind: `MILESTONE_${status}`,
    at: moments[index] ?? planned,
    facts: { ...facts, ...(status === 'MISSED' && { missedReason }) },
  }));
};

const points = [
  { point: 'ONE_MONTH', months: 1 },
  { point: 'THREE_MONTHS', months: 3 },
  { point: 'SIX_MONTHS', months: 6 },
] as const;
const OVERDUE_DAYS = 25;

/** Most of what is due for long was asked; the rest, and what became due lately, waits for the advisor. */
const followUpsOf = (
  maker: Maker,
  family: DemoFamily,
  { id, startsOn }: DemoReturnToWork,
): DemoFollowUp[] => {
  const { random, calendar, newId } = maker;
  const known = family.followUps.filter(({ returnId }) => returnId === id);
  if (known.length > 0) return known;
  return points
    .map(({ point, months }) => ({ point, day: startsOn.add({ months, days: 3 }) }))
    .filter(({ day }) => day.until(calendar.today).days > OVERDUE_DAYS && random.chance(OFTEN))
    .map(({ point, day }) => ({
      id: newId(),
      returnId: id,
      point,
      outcome: random.pick([
        'GOES_ON',
        'GOES_ON',
        'GOES_ON',
        'CHANGED',
        'SEARCHING_AGAIN',
        'NOT_REACHED',
      ] as const),
      recordedAt: at(maker, day, MORNING),
    }));
};

const returnSteps = (
  maker: Maker,
  { startsOn, kind }: DemoReturnToWork,
  followUps: readonly DemoFollowUp[],
): Done[] => {
  const day = `${startsOn}`;
  return [
    { kind: 'RETURNED_TO_WORK', at: at(maker, startsOn, MORNING), facts: { day, returnKind: kind } },
    ...followUps.map(({ point, outcome, recordedAt }) => ({
      kind: 'FOLLOWED_UP',
      at: recordedAt,
      facts: { day, point, outcome },
    })),
  ];
};

const historyOfFile = (maker: Maker, family: DemoFamily, jobSeeker: DemoJobSeeker): History => {
  const { id: jobSeekerId, advisorId } = jobSeeker;
  const contracts = contractsOf(maker, jobSeeker);
  const milestones = family.milestones.filter((each) => each.jobSeekerId === jobSeekerId);
  const returns = family.returnsToWork.filter((each) => each.jobSeekerId === jobSeekerId);
  const followed = returns.map((each) => ({ each, followUps: followUpsOf(maker, family, each) }));
  const done: Done[] = [
    ...fileSteps(jobSeeker, contracts).map(({ kind, day, facts }) => {
      const minutes = kind === 'FILE_CLOSED' ? EVENING : MORNING;
      return { kind, facts, at: at(maker, day, minutes) };
    }),
    ...milestones.flatMap((milestone) => milestoneSteps(maker, milestone)),
    ...followed.flatMap(({ each, followUps }) => returnSteps(maker, each, followUps)),
  ];
  const jobSearchSteps = done.map((step) => ({ id: maker.newId(), jobSeekerId, doneBy: advisorId, ...step }));
  return { contracts, jobSearchSteps, followUps: followed.flatMap(({ followUps }) => followUps) };
};

/** How each job search of a family came to stand where it does. */
export const makeJobSearchHistory = (maker: Maker, family: DemoFamily): History => {
  const files = family.jobSeekers.map((jobSeeker) => historyOfFile(maker, family, jobSeeker));
  return {
    contracts: files.flatMap(({ contracts }) => contracts),
    followUps: files.flatMap(({ followUps }) => followUps),
    jobSearchSteps: files.flatMap(({ jobSearchSteps }) => jobSearchSteps),
  };
};
