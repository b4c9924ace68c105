import { Field, ID, InputType } from 'type-graphql';
import type { ActingUser } from '../acting.ts';
import { sentBefore } from '../database/store.ts';
import type { Transaction } from '../database/transaction.ts';
import { tellNow } from '../events/tell-now.ts';
import type { Refused, Word } from '../graphql/reasons.ts';
import { newId } from '../ids.ts';
import { dayOf } from '../time/civil-time.ts';
import { findProfessionalCalled } from './professional.queries.ts';
import { Professional } from './professional.ts';
import type { takeOverReasons } from './take-over.reasons.ts';
import { takeOverRefusal } from './take-over.rules.ts';
import { TakeOver } from './take-over.ts';

const CALLED = 'by the `id` in the directory or the `sub` of the sign-in.';

@InputType({ description: 'Who takes over from whom, and why.' })
export class TakingOver {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending twice records once.' })
  id?: string | null;

  @Field(() => String, { description: `The colleague of your own agency who is away or has left, ${CALLED}` })
  fromProfessional!: string;

  @Field(() => String, {
    nullable: true,
    description: `A colleague of the same agency and role, ${CALLED} Absent where it goes to the desk.`,
  })
  toProfessional?: string | null;

  @Field(() => String, { description: 'Why, in 1 to 200 characters; it is kept and shown to no family.' })
  reason!: string;
}

/** How many families or job seekers go over at once: the answer comes within the time that a change may take. */
export const MOST_AT_ONCE = 50;

export const LEFT_OVER =
  'How many are left: 50 go over at once. Send it anew with another `id`, until none is left.';

/** A taking over that raced another under the same id. */
export const refusalsOfTakingOver = { take_overs_pkey: 'CONFLICT' } as const;

/** `to` is absent when the work goes to the desk. */
type Both<To> = { readonly from: Professional; readonly to: To };
type HandedOn = Pick<TakeOver, 'familyIds' | 'counts'>;
type Result = { readonly takeOver: TakeOver } | Refused<Word<typeof takeOverReasons>>;

/** Of two that hand on the same person's work the later one finds what the earlier left. */
const holdFormer = (tx: Transaction, { id }: Professional): Promise<Professional | null> =>
  tx.findOne(Professional, { where: { id }, lock: { mode: 'for_no_key_update' } });

type Taking = Pick<TakeOver, 'fromSub' | 'toSub' | 'agency' | 'reason' | 'takenBySub'>;

const isSame = (stored: TakeOver, { fromSub, toSub, reason, takenBySub }: Taking): boolean =>
  stored.fromSub === fromSub &&
  stored.toSub === toSub &&
  stored.reason === reason &&
  stored.takenBySub === takenBySub;

/** What was taken over already is answered again, once the others know of it. */
const takenBefore = async (
  tx: Transaction,
  id: string | null | undefined,
  taking: Taking,
): Promise<Result | null> => {
  const sent = await sentBefore(tx, TakeOver, id, (each) => isSame(each, taking));
  if (sent === 'CONFLICT') return { refusal: sent };
  for (const familyId of sent?.familyIds ?? []) await tellNow(tx, familyId);
  return sent && { takeOver: sent };
};

/** The way of every agency: `handOn` moves what it keeps, and says of which families how much. */
export const takeOver = async (
  tx: Transaction,
  { id, fromProfessional, toProfessional, reason }: TakingOver,
  { user, now }: ActingUser,
  handOn: (both: Both<Professional | null>) => Promise<HandedOn | Refused<'NAME_A_COLLEAGUE'>>,
): Promise<Result> => {
  const from = await findProfessionalCalled(tx, fromProfessional);
  const to = toProfessional ? await findProfessionalCalled(tx, toProfessional) : null;
  if (!from || (toProfessional && !to)) return { refusal: 'UNKNOWN_PROFESSIONAL' };
  await holdFormer(tx, from);
  const whose = { fromSub: from.sub, toSub: to?.sub ?? null, agency: from.agency };
  const taking = { ...whose, reason: reason.trim(), takenBySub: user.sub };
  const before = await takenBefore(tx, id, taking);
  if (before) return before;
  const refusal = takeOverRefusal({ from, to, reason }, user.agency, dayOf(now));
  if (refusal) return { refusal };

  const handed = await handOn({ from, to });
  if ('refusal' in handed) return handed;
  if (handed.familyIds.length === 0) return { refusal: 'NOTHING_TO_TAKE_OVER' };
  const kept = tx.create(TakeOver, { id: id ?? newId(), ...taking, ...handed, takenAt: now });
  await tx.insert(TakeOver, kept);
  return { takeOver: kept };
};
