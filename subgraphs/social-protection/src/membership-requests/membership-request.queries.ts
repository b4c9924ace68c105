import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { TimelinePosition } from '@relais/platform/graphql/timeline.ts';
import { namedIn } from '@relais/platform/sight/parameters.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import { Any, IsNull } from 'typeorm';
import { holdFamily } from '../known-families/known-family.queries.ts';
import type { Permission } from '../permissions.ts';
import { MembershipRequest } from './membership-request.ts';

/** All requests about these families, newest first. */
export const requestsOfFamilies = (db: Database, familyIds: string[]): Promise<MembershipRequest[]> =>
  db.find(MembershipRequest, {
    where: { familyId: Any(familyIds) },
    order: { askedAt: 'DESC', id: 'DESC' },
  });

/** What somebody has asked about a family and nobody has answered. */
export const waitingRequestsOf = (
  tx: Transaction,
  familyId: string,
  requesterSub: string,
): Promise<MembershipRequest[]> =>
  tx.find(MembershipRequest, {
    where: { familyId, requesterSub, answer: IsNull() },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });

/** As it is once its family is held; absent to who neither asked nor sees the team. */
export const lockRequest = async (
  tx: Transaction,
  id: string,
  { user, sight }: ActingUser,
): Promise<MembershipRequest | null> => {
  const seen = await tx.findOneBy(MembershipRequest, { id });
  if (!seen) return null;
  await holdFamily(tx, seen.familyId);
  const lock = { mode: 'for_no_key_update' } as const;
  const request = await tx.findOne(MembershipRequest, { where: { id }, lock });
  if (!request || request.requesterSub === user.sub) return request;
  const seesTeam = await sight.allows(tx, 'support-team:read' satisfies Permission, [request.familyId]);
  return seesTeam ? request : null;
};

export type RequestBox = {
  readonly sub: string;
  readonly today: string;
  /** Whether the reader answers where nobody leads. */
  readonly isCoordinator: boolean;
  readonly isToAnswer: boolean;
  /** Of no family whose file the reader is kept from. */
  readonly seen: SeenFilter;
};

const leads = (today: string): string => `
  select from support_team_members member join professionals on professionals.id = member.professional_id
  where member.family_id = request.family_id and member.is_lead
    and daterange(member.from_on, member.to_on) @> ${today}`;

/** Parameters of SQL. */
type Answerer = Readonly<Record<'who' | 'today' | 'isCoordinator', string>>;

/** SQL: whether a `request` waits for the answer of somebody, as the rule `decidesOn` says it. */
export const awaitsAnswerOf = ({ who, today, isCoordinator }: Answerer): string => `
  request.answer is null and request.requester_sub <> ${who}
  and (exists (${leads(today)} and professionals.sub = ${who})
    or (${isCoordinator} and not exists (${leads(today)})))`;

const TO_ANSWER = awaitsAnswerOf({
  who: ':sub',
  today: 'cast(:today as date)',
  isCoordinator: 'cast(:isCoordinator as boolean)',
});

/** A page of what waits for somebody's answer, or of what they asked themselves, newest first. */
export const requestsIn = (
  db: Database,
  { sub, today, isCoordinator, isToAnswer, seen }: RequestBox,
  after: TimelinePosition | null,
  count: number,
): Promise<MembershipRequest[]> => {
  const query = db.createQueryBuilder(MembershipRequest, 'request');
  if (isToAnswer) {
    query.where(`(${TO_ANSWER})`, { sub, today, isCoordinator });
  }
  if (!isToAnswer) query.where('request.requesterSub = :sub', { sub });
  const reader = {};
  query.andWhere(seen('request.family_id', namedIn(reader)), reader);
  if (after) query.andWhere('(request.askedAt, request.id) < (:at::timestamptz, :id::uuid)', after);
  return query.orderBy('request.askedAt', 'DESC').addOrderBy('request.id', 'DESC').limit(count).getMany();
};
