import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import { MOST_AT_ONCE } from '@relais/platform/professionals/take-over.changes.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { IsNull } from 'typeorm';
import { lockByIds } from '../known-families/known-family.queries.ts';
import { mayStep, statusOf } from '../referrals/referral.rules.ts';
import { Referral } from '../referrals/referral.ts';
import { isMemberOn } from '../support-team/support-team.rules.ts';
import { SupportTeamMember } from '../support-team/support-team-member.ts';
import { Task } from '../tasks/task.ts';

export type Caseload = {
  readonly members: readonly SupportTeamMember[];
  readonly tasks: readonly Task[];
  readonly referrals: readonly Referral[];
};

type HeldCaseload = Caseload & {
  /** How many families of it are left where they are. */
  readonly left: number;
};

/** What somebody has in hand: memberships, tasks not done, referrals that wait for an answer. */
const caseloadOf = async (tx: Transaction, { id, sub }: Professional, now: Date): Promise<Caseload> => {
  const today = dayOf(now);
  const members = await tx.findBy(SupportTeamMember, { professionalId: id });
  const tasks = await tx.findBy(Task, { assigneeSub: sub, doneAt: IsNull() });
  const referrals = await tx.findBy(Referral, {
    addresseeSub: sub,
    decision: IsNull(),
    withdrawnAt: IsNull(),
  });
  return {
    members: members.filter((each) => isMemberOn(each, today)),
    tasks,
    referrals: referrals.filter((each) => mayStep(statusOf(each, today), 'ACCEPTED')),
  };
};

/** The families of a caseload, in id order. */
export const familiesOf = ({ members, tasks, referrals }: Caseload): string[] =>
  [...new Set([...members, ...tasks, ...referrals].map(({ familyId }) => familyId))].sort();

/** As it is once its first families are held; what came meanwhile, of another family, stays where it is. */
export const lockCaseload = async (tx: Transaction, of: Professional, now: Date): Promise<HeldCaseload> => {
  const all = familiesOf(await caseloadOf(tx, of, now));
  const held = all.slice(0, MOST_AT_ONCE);
  await lockByIds(tx, held);
  const { members, tasks, referrals } = await caseloadOf(tx, of, now);
  const isHeld = ({ familyId }: { readonly familyId: string }) => held.includes(familyId);
  return {
    members: members.filter(isHeld),
    tasks: tasks.filter(isHeld),
    referrals: referrals.filter(isHeld),
    left: all.length - held.length,
  };
};
