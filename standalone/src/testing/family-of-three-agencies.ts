import { advisor, caseworker, type TestUser } from '@relais/platform/testing/test-users.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { change } from './follow-meanwhile.ts';
import type { askOver } from './test-whole-graph.ts';

type Ask = ReturnType<typeof askOver>;

const lead = caseworker('lead-of-three');
/** A caseworker who comes and goes, and two advisors who hand the job seeker to each other. */
export const followers = {
  comer: caseworker('comer'),
  first: advisor('first-advisor'),
  second: advisor('second-advisor'),
} as const;
export type FollowerName = keyof typeof followers;

const named = ({ sub }: TestUser) => ({ sub });
const NOT_TOLD = '';

/** On a busy machine an agency may hear of something only after the two seconds that an answer waits for it. */
const onceHeardOf = async <Result>(work: () => Promise<Result>, attempts = 50): Promise<Result> => {
  const done = await work().catch((error: unknown) => {
    if (attempts === 0 || !/UNKNOWN_|NOT_FOLLOW/.test(String(error))) throw error;
    return null;
  });
  if (done !== null) return done;
  await new Promise((resolve) => setTimeout(resolve, 100));
  return onceHeardOf(work, attempts - 1);
};

const registered = async (ask: Ask, surname: string): Promise<string> => {
  const address = { street: 'SECRET-care', postalCode: '44000', city: 'Nantes' };
  const family = { displayName: surname, householdKind: 'LONE_PARENT', address };
  const adults = [{ firstName: 'Ada', lastName: surname, phone: '+33612345678' }];
  const children = [{ firstName: 'Tom', lastName: surname, birthDate: '2024-06-01' }];
  const { record } = await change(
    ask,
    'registerFamily',
    'record: family { id }',
    { family, adults, children },
    lead,
  );
  return record?.id ?? '';
};

const entitledBy = async (ask: Ask, familyId: string): Promise<string> => {
  const input = { familyId, scheme: 'RSA', state: 'PENDING', from: '2026-01-01', source: 'CAF' };
  const { record } = await onceHeardOf(() =>
    change(ask, 'openEntitlement', 'record: entitlement { id }', input, lead, NOT_TOLD),
  );
  return record?.id ?? '';
};

/** A referral to somebody that they accept, who is of the team from then on. */
const referred = async (ask: Ask, familyId: string, to: TestUser): Promise<readonly string[]> => {
  const target = to.role === 'CASEWORKER' ? 'SOCIAL_WORKER' : 'ADVISOR';
  const input = { familyId, target, addressee: named(to), message: 'Please', confirmed: true };
  const { record: sent } = await change(ask, 'sendReferral', 'record: referral { id version }', input, lead);
  const answer = { referralId: sent?.id, version: sent?.version, decision: 'ACCEPTED' };
  const { notYetTold } = await change(ask, 'answerReferral', 'referral { id }', answer, to);
  return notYetTold;
};

const TEAM = `query ($id: ID!) { familyById(id: $id) { supportTeam { id version to professional { sub } } } }`;
type Member = { id: string; version: number; to: string | null; professional: { sub: string } };

const removed = async (ask: Ask, familyId: string, who: TestUser): Promise<readonly string[]> => {
  const { data } = await ask(TEAM, { id: familyId }, lead);
  const team: Member[] = data.familyById.supportTeam;
  const member = team.find(({ to, professional }) => !to && professional.sub === who.sub);
  const input = { memberId: member?.id, version: member?.version };
  return (await change(ask, 'leaveSupportTeam', 'member { id }', input, lead)).notYetTold;
};

/** Asked for with what a lookup answered, and granted by the lead. */
const granted = async (ask: Ask, surname: string): Promise<readonly string[]> => {
  const { comer } = followers;
  const asked = { surname, childBirthDate: '2024-06-01' };
  const { record: found } = await change(ask, 'lookUpFamily', 'record: lookup { handle }', asked, comer);
  const reason = { handle: found?.handle, reason: 'She came to us' };
  const { record } = await onceHeardOf(() =>
    change(ask, 'requestMembership', 'record: request { id version }', reason, comer, NOT_TOLD),
  );
  const answer = { requestId: record?.id, version: record?.version, answer: 'GRANTED' };
  return (await change(ask, 'answerMembershipRequest', 'request { id }', answer, lead)).notYetTold;
};

const filed = async (ask: Ask, familyId: string, now: Date) => {
  const { first } = followers;
  const { data } = await ask(
    'query ($id: ID!) { familyById(id: $id) { adults { id } } }',
    { id: familyId },
    lead,
  );
  const file = { adultId: data.familyById.adults[0].id, category: 1 };
  const { record: jobSeeker } = await onceHeardOf(() =>
    change(ask, 'openJobSeekerFile', 'record: jobSeeker { id version }', file, first),
  );
  const at = (hour: string) => `${dayOf(now).add({ days: 2 })}T${hour}:00:00Z`;
  const interview = { startsAt: at('09'), endsAt: at('10'), kind: 'INTERVIEW', travelMinutes: 15 };
  const milestone = { jobSeekerId: jobSeeker?.id, title: 'SECRET-job', ...interview };
  const planned = await change(
    ask,
    'scheduleMilestone',
    'record: milestone { id }',
    milestone,
    first,
    NOT_TOLD,
  );
  return { jobSeekerId: jobSeeker?.id ?? '', milestoneId: planned.record?.id ?? '' };
};

/** A family with something in each agency, and how those who follow it come and go. */
export const familyOfThreeAgencies = async (ask: Ask, now: Date) => {
  const { comer, first, second } = followers;
  for (const each of Object.values(followers)) await ask('{ myFamilies { edges { cursor } } }', {}, each);
  const surname = `Essai${String(now.getTime()).slice(-6)}`.replaceAll(
    /\d/g,
    (digit) => 'abcdefghij'[Number(digit)] ?? '',
  );
  const familyId = await registered(ask, surname);
  const entitlementId = await entitledBy(ask, familyId);
  await referred(ask, familyId, first);
  const { jobSeekerId, milestoneId } = await filed(ask, familyId, now);
  const handOver = async (from: TestUser, to: TestUser): Promise<readonly string[]> => {
    const { data } = await ask(
      `query ($id: ID!) { jobSeeker(id: $id) { version } }`,
      { id: jobSeekerId },
      from,
    );
    const input = { jobSeekerId, version: data.jobSeeker.version, advisorId: to.sub };
    return (await change(ask, 'changeAdvisor', 'jobSeeker { id }', input, from)).notYetTold;
  };
  const givenTask = (to: TestUser) => {
    const dueOn = dayOf(now).add({ days: 3 }).toString();
    const task = { familyId, title: 'SECRET-task', dueOn, assignee: named(to) };
    return onceHeardOf(() => change(ask, 'addTask', 'task { id }', task, lead, NOT_TOLD));
  };
  await givenTask(first);
  await handOver(first, second);
  await givenTask(second);
  await handOver(second, first);
  await removed(ask, familyId, first);
  return {
    ids: { familyId, entitlementId, milestoneId },
    acceptReferral: () => referred(ask, familyId, comer),
    beGranted: () => granted(ask, surname),
    beRemoved: () => removed(ask, familyId, comer),
    handOver,
  };
};
