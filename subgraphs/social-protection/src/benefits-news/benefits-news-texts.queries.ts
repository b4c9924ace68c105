import { ofFollowed } from '@relais/platform/desk/news.queries.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import { awaitsAnswerOf } from '../membership-requests/membership-request.queries.ts';
import type { Permission } from '../permissions.ts';
import type { ReferralTarget } from '../referrals/referral.ts';

type AddValue = (value: unknown) => string;

/** Whose news, and what of it may be told. */
export type NewsOf = {
  readonly sub: string;
  readonly role: string;
  readonly today: string;
  readonly target: ReferralTarget | null;
  readonly seen: (permission: Permission) => SeenFilter;
};

type Asked = { readonly news: NewsOf; readonly since: string; readonly add: AddValue };

/** Of whom they follow, whether in the team, by a referral or as an advisor. */
const mine = (family: string, { news, add }: Asked): string =>
  ofFollowed(family, news, ['TEAM', 'REFERRAL', 'ADVISOR'], add);
const maySee = (permission: Permission, family: string, { news, add }: Asked): string =>
  news.seen(permission)(family, add);

const NOBODY = 'null::text';
const NO_FACTS = "'{}'::jsonb";

type Columns = {
  readonly id: string;
  readonly kind: string;
  readonly subject?: string;
  readonly family: string;
  readonly at: string;
  readonly facts?: string;
  readonly person?: string;
  readonly other?: string;
};

/** The columns in which all kinds are told, from what each is. */
const columns = ({ id, kind, subject, family, at, facts, person, other }: Columns): string => `
  select ${id} as id, ${kind} as kind, ${subject ?? id} as subject_id, ${family} as family_id, ${at} as happened_at,
    ${facts ?? NO_FACTS} as facts, ${person ?? NOBODY} as person_sub, ${other ?? NOBODY} as other_sub`;

const entitlements = (asked: Asked): string => `
  ${columns({
    ...{ id: 'state.id', subject: 'benefit.id', family: 'benefit.family_id', at: 'state.recorded_at' },
    kind: "'ENTITLEMENT_' || case when state.state = before.state then 'UPDATED' else state.state end",
    facts: "jsonb_build_object('scheme', benefit.scheme, 'reason', state.reason)",
  })}
  from entitlements benefit join entitlement_states state on state.entitlement_id = benefit.id
  left join entitlement_states before on before.entitlement_id = benefit.id and before.version = state.version - 1
  where ${mine('benefit.family_id', asked)} and benefit.mistaken_at is null
    and state.recorded_at > ${asked.since} and state.recorded_by <> ${asked.add(asked.news.sub)}
    and ${maySee('benefits:read', 'benefit.family_id', asked)}`;

const resources = (asked: Asked): string => `
  ${columns({
    ...{
      id: 'stated.id',
      kind: "'RESOURCES_RECORDED'",
      family: 'stated.family_id',
      at: 'stated.recorded_at',
    },
    facts: "jsonb_build_object('year', stated.year)",
  })}
  from resources stated
  where ${mine('stated.family_id', asked)}
    and stated.recorded_at > ${asked.since} and stated.recorded_by <> ${asked.add(asked.news.sub)}
    and ${maySee('benefits:read', 'stated.family_id', asked)}`;

const team = (asked: Asked): string => `
  ${columns({
    ...{ id: 'member.id', family: 'member.family_id', at: 'member.recorded_at', person: 'joined.sub' },
    kind: "case when member.is_lead then 'TEAM_LEAD_TAKEN' else 'TEAM_MEMBER_JOINED' end",
  })}
  from support_team_members member join professionals joined on joined.id = member.professional_id
  where ${mine('member.family_id', asked)} and member.to_on is distinct from member.from_on
    and member.recorded_at > ${asked.since} and member.recorded_by <> ${asked.add(asked.news.sub)}
    and ${maySee('support-team:read', 'member.family_id', asked)}`;

const handedOn = (asked: Asked): string => `
  ${columns({
    ...{ id: 'work.id', subject: 'work.family_id', family: 'work.family_id', at: 'work.handed_on_at' },
    kind: "case when work.to_sub is null then 'WORK_TO_DESK' else 'WORK_HANDED_ON' end",
    ...{ person: 'work.from_sub', other: 'work.to_sub' },
  })}
  from work_handed_on work
  where ${mine('work.family_id', asked)}
    and work.handed_on_at > ${asked.since} and work.handed_on_by <> ${asked.add(asked.news.sub)}
    and ${maySee('support-team:read', 'work.family_id', asked)}`;

const REFERRAL = { id: 'referral.id', family: 'referral.family_id' } as const;
const REFERRAL_FACTS = "jsonb_build_object('target', referral.target, 'sentAt', referral.sent_at)";

/** To the reader, or to nobody in particular of their trade; a withdrawn one is told as it was received. */
const received = (asked: Asked): string => {
  const { news, since, add } = asked;
  return `
  ${columns({
    ...{ ...REFERRAL, facts: REFERRAL_FACTS, person: 'referral.sender_sub', other: 'referral.addressee_sub' },
    kind: "case when referral.withdrawn_at is null then 'REFERRAL_SENT' else 'REFERRAL_WITHDRAWN' end",
    at: 'coalesce(referral.withdrawn_at, referral.sent_at)',
  })}
  from referrals referral
  where referral.target = ${add(news.target)}::text and coalesce(referral.withdrawn_at, referral.sent_at) > ${since}
    and referral.sender_sub <> ${add(news.sub)}
    and case when referral.addressee_sub is null then ${maySee('open-referral:read', 'referral.family_id', asked)}
      else referral.addressee_sub = ${add(news.sub)} and ${maySee('own-referral:read', 'referral.family_id', asked)} end`;
};

const decided = (asked: Asked): string => `
  ${columns({
    ...{
      ...REFERRAL,
      facts: REFERRAL_FACTS,
      person: 'referral.decided_by_sub',
      other: 'referral.addressee_sub',
    },
    ...{ kind: "'REFERRAL_' || referral.decision", at: 'referral.decided_at' },
  })}
  from referrals referral
  where referral.sender_sub = ${asked.add(asked.news.sub)} and referral.decided_at > ${asked.since}
    and referral.decided_by_sub <> referral.sender_sub
    and ${maySee('own-referral:read', 'referral.family_id', asked)}`;

const TASK = {
  id: 'task.id',
  family: 'task.family_id',
  facts: "jsonb_build_object('title', task.title)",
} as const;

const tasks = (asked: Asked): string[] => {
  const { news, since, add } = asked;
  const who = add(news.sub);
  const seen = maySee('task:read', 'task.family_id', asked);
  return [
    `${columns({ ...TASK, kind: "'TASK_ADDED'", at: 'task.added_at', person: 'task.added_by_sub' })}
    from tasks task where task.assignee_sub = ${who} and task.added_by_sub <> ${who} and task.done_at is null
      and task.added_at > ${since} and ${seen}`,
    `${columns({ ...TASK, kind: "'TASK_DONE'", at: 'task.done_at', person: 'task.done_by_sub' })}
    from tasks task where ${who} in (task.assignee_sub, task.added_by_sub) and task.done_by_sub <> ${who}
      and task.done_at > ${since} and ${seen}`,
  ];
};

/** As `notesOfFamilies` says who reads one; what the family objects to sharing is not shared by a note either. */
const notes = (asked: Asked): string => {
  const { news, since, add } = asked;
  const [who, role, family] = [add(news.sub), add(news.role), 'note.family_id'];
  return `
  ${columns({ id: 'note.id', kind: "'NOTE_WRITTEN'", family, at: 'note.written_at', person: 'note.author_sub' })}
  from notes note
  where ${mine(family, asked)} and note.written_at > ${since} and note.author_sub <> ${who}
    and (note.audience = 'ALL_AGENCIES' or (note.audience = 'SOCIAL_WORKERS' and ${role} = 'CASEWORKER')
      or (note.audience = 'SUPPORT_TEAM' and exists (
        select from support_team_members member join professionals on professionals.id = member.professional_id
        where member.family_id = ${family} and professionals.sub = ${who}
          and daterange(member.from_on, member.to_on) @> ${add(news.today)}::date)))
    and case note.category when 'CHILDCARE' then ${maySee('note-on-childcare:read', family, asked)}
      when 'BENEFITS' then ${maySee('note-on-benefits:read', family, asked)}
      when 'JOB_SEARCH' then ${maySee('note-on-job-search:read', family, asked)}
      else ${maySee('note:read', family, asked)} end`;
};

/** What a correction says was not explained is no news. */
const information = (asked: Asked): string => `
  ${columns({
    ...{ id: 'given.id', kind: "'INFORMATION_GIVEN'", family: 'given.family_id', at: 'given.recorded_at' },
    ...{ person: 'given.given_by_sub', facts: "jsonb_build_object('subjects', to_jsonb(given.subjects))" },
  })}
  from information_given given
  where ${mine('given.family_id', asked)} and given.recorded_at > ${asked.since} and given.subjects <> '{}'
    and given.recorded_by_sub <> ${asked.add(asked.news.sub)}
    and not exists (select from information_given later where later.corrects_id = given.id)
    and ${maySee('information:read', 'given.family_id', asked)}`;

const glasses = (asked: Asked): string => `
  ${columns({
    ...{ id: 'broken.id', kind: "'GLASS_BROKEN'", family: 'broken.family_id', at: 'broken.began_at' },
    person: 'broken.sub',
  })}
  from break_glasses broken
  where broken.began_at > ${asked.since} and broken.sub <> ${asked.add(asked.news.sub)}
    and ${maySee('break-glass:known', 'broken.family_id', asked)}`;

const REQUEST = { id: 'request.id', family: 'request.family_id' } as const;

const memberships = (asked: Asked): string[] => {
  const { news, since, add } = asked;
  const who = add(news.sub);
  const isCoordinator = `${add(news.role === 'CARE_COORDINATOR')}::boolean`;
  const answerer = { who, today: `${add(news.today)}::date`, isCoordinator };
  return [
    `${columns({ ...REQUEST, kind: "'MEMBERSHIP_ASKED'", at: 'request.asked_at', person: 'request.requester_sub' })}
    from membership_requests request
    where request.asked_at > ${since} and ${awaitsAnswerOf(answerer)}
      and ${maySee('support-team:read', 'request.family_id', asked)}`,
    `${columns({
      ...{ ...REQUEST, kind: "'MEMBERSHIP_' || request.answer", at: 'request.answered_at' },
      person: 'request.answered_by_sub',
    })}
    from membership_requests request
    where request.requester_sub = ${who} and request.answered_at > ${since} and request.answered_by_sub <> ${who}
      and ${maySee('family:ask-for', 'request.family_id', asked)}`,
  ];
};

/** SQL of each kind of what others did since then. */
export const newsTexts = (news: NewsOf, since: string, add: AddValue): string[] => {
  const asked = { news, since, add };
  return [
    ...[entitlements, resources, team, handedOn, received, decided].map((text) => text(asked)),
    ...[...tasks(asked), notes(asked), information(asked), glasses(asked), ...memberships(asked)],
  ];
};
