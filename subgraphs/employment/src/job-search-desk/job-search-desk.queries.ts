import { instant, type RowFrom, rowOf } from '@relais/platform/database/rows.ts';
import { DESK_COLUMNS } from '@relais/platform/desk/desk.queries.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { MilestoneKind } from '../milestones/milestone.ts';
import { FOLLOW_UPS_OWED } from '../returns-to-work/follow-up.queries.ts';
import { FollowUpPoint } from '../returns-to-work/follow-up.ts';
import { ReturnKind } from '../returns-to-work/return-to-work.ts';
import { JobSearchDeskKind } from './job-search-desk-kind.ts';

export const JobSearchDeskRow = rowOf({
  kind: ['item.kind', z.enum(JobSearchDeskKind)],
  ...DESK_COLUMNS,
  startsAt: ['item.starts_at', instant],
  endsAt: ['item.ends_at', instant],
  /** Of a milestone: how it lacks care. */
  gap: ['item.gap', z.enum(['UNCOVERED', 'PARTIAL', 'UNKNOWN']).nullable()],
  point: ['item.point', z.enum(FollowUpPoint).nullable()],
  milestoneKind: ['milestone.kind', z.enum(MilestoneKind).nullable()],
  returnKind: ['made.kind', z.enum(ReturnKind).nullable()],
  title: ['coalesce(milestone.title, made.title)', z.string().nullable()],
  place: ['milestone.place', z.string().nullable()],
});
export type JobSearchDeskRow = RowFrom<typeof JobSearchDeskRow>;

/** Whose desk it is, and what of it may be told. */
export type DeskFacts = {
  readonly advisorId: string;
  readonly now: Date;
  readonly today: Temporal.PlainDate;
  readonly milestones: SeenFilter;
  readonly cover: SeenFilter;
  readonly followUps: SeenFilter;
  readonly add: (value: unknown) => string;
};

const ofAdvisor = ({ advisorId, add }: DeskFacts): string =>
  `join job_seekers file on file.id = milestone.job_seeker_id and file.advisor_id = ${add(advisorId)}`;

const LEAVES = 'milestone.starts_at - make_interval(mins => milestone.travel_minutes)';

/** What was told of other times than the milestone has now is not known. */
const uncovered = (facts: DeskFacts): string => {
  const now = `${facts.add(facts.now)}::timestamptz`;
  return `
  select milestone.id as subject_id, milestone.family_id, ${LEAVES} as due_at, true as is_lost,
    milestone.starts_at, milestone.ends_at, known.status as gap, null::text as point
  from milestones milestone ${ofAdvisor(facts)}
  join known_covers known on known.milestone_id = milestone.id and known.milestone_version >= milestone.version
  where milestone.starts_at > ${now} and milestone.starts_at < ${now} + interval '14 days'
    and milestone.status in ('PLANNED', 'CONFIRMED') and known.status in ('UNCOVERED', 'PARTIAL', 'UNKNOWN')
    and ${facts.cover('milestone.family_id', facts.add)}`;
};

const withoutOutcome = (facts: DeskFacts): string => {
  const now = `${facts.add(facts.now)}::timestamptz`;
  return `
  select milestone.id as subject_id, milestone.family_id, milestone.ends_at as due_at, false as is_lost,
    milestone.starts_at, milestone.ends_at, null::text as gap, null::text as point
  from milestones milestone ${ofAdvisor(facts)}
  where milestone.ends_at <= ${now} and milestone.starts_at > ${now} - interval '31 days'
    and milestone.status in ('PLANNED', 'CONFIRMED')
    and ${facts.milestones('milestone.family_id', facts.add)}`;
};

const MIDNIGHT = "owed.on_day::timestamp at time zone 'Europe/Paris'";

const followUps = (facts: DeskFacts): string => `
  select returns_to_work.id as subject_id, file.family_id, ${MIDNIGHT} as due_at, false as is_lost,
    ${MIDNIGHT} as starts_at, ${MIDNIGHT} as ends_at, null::text as gap, owed.point
  from returns_to_work
  join job_seekers file on file.id = returns_to_work.job_seeker_id and file.advisor_id = ${facts.add(facts.advisorId)}
  cross join lateral (select point, on_day from (${FOLLOW_UPS_OWED}) due order by on_day limit 1) owed
  where owed.on_day <= ${facts.add(facts.today.add({ days: 7 }).toString())}::date
    and ${facts.followUps('file.family_id', facts.add)}`;

const texts: Readonly<Record<JobSearchDeskKind, (facts: DeskFacts) => string>> = {
  MILESTONE_UNCOVERED: uncovered,
  OUTCOME_DUE: withoutOutcome,
  FOLLOW_UP_DUE: followUps,
};

const ALL = Object.values(JobSearchDeskKind);

/** Of the kinds that are asked for; without, of all. */
export const jobSearchDeskKinds = (
  asked: readonly JobSearchDeskKind[] | null,
  facts: DeskFacts,
): Partial<Record<JobSearchDeskKind, string>> => {
  const kinds = ALL.filter((kind) => asked === null || asked.includes(kind));
  return Object.fromEntries(kinds.map((kind) => [kind, texts[kind](facts)]));
};

export const JOB_SEARCH_DESK_DETAILS = `
  left join milestones milestone on milestone.id = item.subject_id
  left join returns_to_work made on made.id = item.subject_id`;
