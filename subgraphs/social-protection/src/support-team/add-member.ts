import type { Acting } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import type { Temporal } from 'temporal-polyfill';
import { tellFollowers } from '../followers/who-follows.ts';
import { waitingRequestsOf } from '../membership-requests/membership-request.queries.ts';
import { MembershipRequest } from '../membership-requests/membership-request.ts';
import { supportTeamOfFamilies } from './support-team.queries.ts';
import { leadsFrom } from './support-team.rules.ts';
import { SupportTeamMember } from './support-team-member.ts';

type NewMember = {
  readonly id: string;
  readonly familyId: string;
  readonly who: Professional;
  /** A caseworker leads in any case where nobody does. */
  readonly isLead: boolean;
  readonly from: Temporal.PlainDate;
};

/** What somebody asked for and has now, whoever gave it. */
const grantWaiting = async (
  tx: Transaction,
  { familyId, who }: NewMember,
  { user, now }: Acting,
): Promise<void> => {
  const granted = { answer: 'GRANTED', answeredAt: now, answeredBySub: user.sub } as const;
  for (const request of await waitingRequestsOf(tx, familyId, who.sub))
    await store(tx, MembershipRequest, request, granted);
};

/** The way of everybody into a team whose family is held. Whoever calls it tells who follows the family. */
export const startMembership = async (
  tx: Transaction,
  added: NewMember,
  acting: Acting,
): Promise<SupportTeamMember> => {
  const { id, familyId, who, from } = added;
  const team = await supportTeamOfFamilies(tx, [familyId]);
  const isLead = added.isLead || leadsFrom(who.role, team, from);
  const recorded = { to: null, version: 1, recordedAt: acting.now, recordedBy: acting.user.sub };
  const member = tx.create(SupportTeamMember, {
    ...{ id, familyId, professionalId: who.id, isLead, from },
    ...recorded,
    ...{ handedOnBy: null, handedOnTo: null },
  });
  await tx.insert(SupportTeamMember, member);
  await grantWaiting(tx, added, acting);
  return member;
};

/** The same of one family; the others know before the answer. */
export const addMember = async (
  tx: Transaction,
  added: NewMember,
  acting: Acting,
): Promise<SupportTeamMember> => {
  const member = await startMembership(tx, added, acting);
  await tellFollowers(tx, added.familyId, acting.now);
  return member;
};
