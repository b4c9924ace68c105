import { instant, type RowFrom, rowOf } from '@relais/platform/database/rows.ts';
import { DESK_COLUMNS } from '@relais/platform/desk/desk.queries.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { awaitsAnswerOf } from '../membership-requests/membership-request.queries.ts';
import { ReferralTarget } from '../referrals/referral.ts';
import { BenefitsDeskKind } from './benefits-desk-kind.ts';

const text = z.string().nullable();

export const BenefitsDeskRow = rowOf({
  kind: ['item.kind', z.enum(BenefitsDeskKind)],
  ...DESK_COLUMNS,
  since: ['item.since', instant],
  title: ['item.title', text],
  target: ['item.target', z.enum(ReferralTarget).nullable()],
  person: ['coalesce(person.name, item.person_sub)', text],
  reference: ['family.reference', text],
});
export type BenefitsDeskRow = RowFrom<typeof BenefitsDeskRow>;

/** Whose desk it is, and what of it may be told. */
export type DeskFacts = {
  readonly sub: string;
  readonly today: Temporal.PlainDate;
  readonly target: ReferralTarget | null;
  readonly isCoordinator: boolean;
  readonly tasks: SeenFilter;
  readonly own: SeenFilter;
  readonly open: SeenFilter;
  readonly team: SeenFilter;
  readonly taking: SeenFilter;
  readonly add: (value: unknown) => string;
};

const midnight = (day: string): string => `(${day})::timestamp at time zone 'Europe/Paris'`;

const tasks = ({ sub, today, tasks: seen, add }: DeskFacts): string => `
  select task.id as subject_id, task.family_id, ${midnight('task.due_on')} as due_at, false as is_lost,
    task.added_at as since, task.title, null::text as target, null::text as person_sub
  from tasks task
  where task.assignee_sub = ${add(sub)} and task.done_at is null
    and task.due_on <= ${add(today.add({ days: 7 }).toString())}::date and ${seen('task.family_id', add)}`;

const SENT_DAY = "(referral.sent_at at time zone 'Europe/Paris')::date";

/** As `remindOn` and `expiresOn` say it: what expired asks for nothing. */
const referrals = ({ sub, today, target, own, open, add }: DeskFacts): string => `
  select referral.id as subject_id, referral.family_id, ${midnight(`${SENT_DAY} + 10`)} as due_at, false as is_lost,
    referral.sent_at as since, null::text as title, referral.target, referral.sender_sub as person_sub
  from referrals referral
  where referral.target = ${add(target)}::text and referral.decision is null and referral.withdrawn_at is null
    and referral.sent_at > ${midnight(`${add(today.toString())}::date - 30`)}
    and ${SENT_DAY} > ${add(today.toString())}::date - 30
    and case when referral.addressee_sub is null then ${open('referral.family_id', add)}
      else referral.addressee_sub = ${add(sub)} and ${own('referral.family_id', add)} end`;

const requests = ({ sub, today, isCoordinator, team, add }: DeskFacts): string => {
  const answerer = {
    ...{ who: add(sub), today: `${add(today.toString())}::date` },
    isCoordinator: `${add(isCoordinator)}::boolean`,
  };
  return `
  select request.id as subject_id, request.family_id, request.asked_at as due_at, false as is_lost,
    request.asked_at as since, null::text as title, null::text as target, request.requester_sub as person_sub
  from membership_requests request
  where ${awaitsAnswerOf(answerer)} and ${team('request.family_id', add)}`;
};

const KNOWN_SINCE = "coalesce(known.registered_on, '1970-01-01'::date)";

/** Of the reader's districts, which the index is asked for; the filter says whether they may take it. */
const withoutTeam = ({ sub, today, taking, add }: DeskFacts): string => `
  select known.id as subject_id, known.id as family_id, ${midnight(KNOWN_SINCE)} as due_at, false as is_lost,
    ${midnight(KNOWN_SINCE)} as since, null::text as title, null::text as target, null::text as person_sub
  from known_families known
  where known.merged_into is null
    and known.district_id = any(array(select unnest(district_ids) from professionals where sub = ${add(sub)}))
    and not exists (select from support_team_members member where member.family_id = known.id
      and daterange(member.from_on, member.to_on) @> ${add(today.toString())}::date)
    and ${taking('known.id', add)}`;

const texts: Readonly<Record<BenefitsDeskKind, (facts: DeskFacts) => string>> = {
  TASK_DUE: tasks,
  REFERRAL_WAITING: referrals,
  MEMBERSHIP_REQUEST: requests,
  FAMILY_WITHOUT_TEAM: withoutTeam,
};

export const benefitsDeskKinds = (
  kinds: readonly BenefitsDeskKind[],
  facts: DeskFacts,
): Partial<Record<BenefitsDeskKind, string>> =>
  Object.fromEntries(kinds.map((kind) => [kind, texts[kind](facts)]));

export const BENEFITS_DESK_DETAILS = `
  left join professionals person on person.sub = item.person_sub
  left join known_families family on family.id = item.family_id`;
