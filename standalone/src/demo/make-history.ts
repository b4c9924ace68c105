import { type CalendarDay, historyStart } from './calendar.ts';
import type { DemoFollowUp, DemoJobSeeker, DemoMilestone } from './demo-family.ts';
import { arrangeCover, type CareWorld, type Need } from './make-cover.ts';
import { draftOf } from './make-job-search.ts';
import type { CoverStatus } from './stories.ts';

const MOST_MILESTONES = 5;

/** Later than these, upcoming and recent milestones are made up without a history. */
const RECENT_DAYS = 14;

const pastDays = ({ maker: { calendar } }: CareWorld): CalendarDay[] => {
  const first = historyStart(calendar.today);
  return Array.from({ length: Math.max(0, -RECENT_DAYS - first) }, (_, index) =>
    calendar.dayAt(first + index),
  );
};

/** What came of a milestone, which the cover it had makes likelier or not. */
const outcomeWith = (
  { maker: { random } }: CareWorld,
  wanted: CoverStatus,
): Pick<DemoMilestone, 'status' | 'missedReason'> => {
  const chance = random.next();
  if (chance < (wanted === 'UNCOVERED' ? 0.35 : 0.75)) return { status: 'ATTENDED', missedReason: null };
  if (wanted !== 'COVERED' && chance < 0.9) return { status: 'MISSED', missedReason: 'CHILDCARE' };
  return { status: 'MISSED', missedReason: random.pick(['HEALTH', 'TRANSPORT', 'OTHER'] as const) };
};

const isRegistered = ({ registeredOn, closedOn }: DemoJobSeeker, day: string): boolean =>
  registeredOn.toString() <= day && (closedOn === null || day < closedOn.toString());

const addMilestone = (world: CareWorld, jobSeeker: DemoJobSeeker, day: CalendarDay): void => {
  const { maker, household } = world;
  if (!day.isWorking || !isRegistered(jobSeeker, day.text)) return;
  const { from, to, ...draft } = draftOf(world);
  const [startsAt, endsAt] = [day.at(from), day.at(to)];
  if (household.milestones.some((other) => other.startsAt < endsAt && startsAt < other.endsAt)) return;
  const id = maker.newId();
  const hours = { from: from - draft.travelMinutes, to: to + draft.travelMinutes };
  const need: Need = { milestoneId: id, day, hours };
  const wanted = maker.random.pick(['COVERED', 'COVERED', 'COVERED', 'PARTIAL', 'UNCOVERED'] as const);
  // Where no child can be left alone, none is a reason to miss it.
  const outcome = outcomeWith(world, arrangeCover(world, need, wanted) ? wanted : 'COVERED');
  household.milestones.push({ id, jobSeekerId: jobSeeker.id, ...draft, startsAt, endsAt, ...outcome });
};

const points = { ONE_MONTH: 1, THREE_MONTHS: 3, SIX_MONTHS: 6 } as const;

const followUpsOf = (
  { maker: { random, calendar, newId } }: CareWorld,
  returnId: string,
  startsOn: DemoJobSeeker['registeredOn'],
): DemoFollowUp[] =>
  (['ONE_MONTH', 'THREE_MONTHS', 'SIX_MONTHS'] as const).flatMap((point) => {
    const due = startsOn.add({ months: points[point] });
    const outcome = random.pick(['GOES_ON', 'GOES_ON', 'GOES_ON', 'CHANGED', 'SEARCHING_AGAIN'] as const);
    const age = due.until(calendar.today, { largestUnit: 'day' }).days;
    return age < 0
      ? []
      : [{ id: newId(), returnId, point, outcome, recordedAt: calendar.dayAt(-age).at(600) }];
  });

/** A job or a course found while the search goes on. */
const addReturn = (world: CareWorld, jobSeeker: DemoJobSeeker): void => {
  const { random, calendar, newId } = world.maker;
  const day = calendar.dayAt(-random.between(50, 330)).day;
  if (random.chance(0.45) || !isRegistered(jobSeeker, day.toString())) return;
  const kind = random.pick(['EMPLOYMENT', 'EMPLOYMENT', 'TRAINING'] as const);
  const id = newId();
  world.household.returnsToWork.push({
    id,
    jobSeekerId: jobSeeker.id,
    kind,
    startsOn: day,
    title: kind === 'EMPLOYMENT' ? 'CDD à temps partiel, agente d’entretien' : 'Formation de remise à niveau',
    weeklyHours: random.pick([12, 16, 20]),
    contract: kind === 'EMPLOYMENT' ? 'FIXED_TERM' : null,
  });
  world.household.followUps.push(...followUpsOf(world, id, day));
};

/** Adds what happened since the start of the last quarter: figures of the practice are given of a quarter that is over. */
export const addHistory = (world: CareWorld): void => {
  const { household, maker } = world;
  const days = pastDays(world);
  for (const jobSeeker of household.jobSeekers) {
    const count = days.length > 0 ? maker.random.between(1, MOST_MILESTONES) : 0;
    for (let made = 0; made < count; made += 1) addMilestone(world, jobSeeker, maker.random.pick(days));
    addReturn(world, jobSeeker);
  }
};
