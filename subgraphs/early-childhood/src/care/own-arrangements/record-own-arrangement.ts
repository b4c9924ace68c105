import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate, DateTime, LocalTime } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { publishNotedCover, settlePastCovers } from '../../cover/childcare-cover/publish-cover.ts';
import { wasInserted } from '../../families/families/family.queries.ts';
import { lockChildFor, whyNoChild } from '../../families/shared-residence/lock-child.ts';
import { recordStep } from '../../history/care-history/record-step.ts';
import { familiesOfChildren } from '../bookings/booking.queries.ts';
import { hoursOf } from './arrangement-hours.rules.ts';
import { recordReasons } from './own-arrangement.reasons.ts';
import { arrangementRefusal } from './own-arrangement.rules.ts';
import { OwnArrangement } from './own-arrangement.ts';
import { OwnArrangementKind } from './own-arrangement-kind.ts';
import { earliestStart } from './past-days.rules.ts';

@InputType({ description: 'Once, from one moment to another.' })
export class DatedArrangementInput {
  @Field(() => DateTime, { description: 'When it starts.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Date;
}

@InputType({ description: 'Every week on one weekday, in local time of the city.' })
export class WeeklyArrangementInput {
  @Field(() => Int, { description: '1 (Monday) to 7 (Sunday), as ISO 8601.' })
  weekday!: number;

  @Field(() => LocalTime, { description: 'Starts at.' })
  from!: Temporal.PlainTime;

  @Field(() => LocalTime, { description: 'Ends at, on the same day.' })
  to!: Temporal.PlainTime;

  @Field(() => CivilDate, { description: 'First day on which it may hold.' })
  startsOn!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'Last day on which it may hold.' })
  endsOn!: Temporal.PlainDate;
}

@InputType({ description: 'Time when a child is looked after otherwise: either dated or weekly.' })
export class RecordOwnArrangementInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending again records once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => OwnArrangementKind, { description: 'Who looks after it; school is always weekly.' })
  kind!: OwnArrangementKind;

  @Field(() => DatedArrangementInput, {
    nullable: true,
    description: 'When it happens once; absent when weekly.',
  })
  dated?: DatedArrangementInput | null;

  @Field(() => WeeklyArrangementInput, { nullable: true, description: 'When it recurs; absent when dated.' })
  weekly?: WeeklyArrangementInput | null;
}

@ObjectType({ description: 'The arrangement, or why it was not recorded.' })
export class RecordOwnArrangementPayload extends payloadOf(
  'RecordOwnArrangement',
  recordReasons,
  'Why it was not recorded; absent when it was.',
) {
  @Field(() => OwnArrangement, { nullable: true, description: 'The arrangement; absent when refused.' })
  ownArrangement?: OwnArrangement;
}

type Result = { readonly ownArrangement: OwnArrangement } | Refused<Word<typeof recordReasons>>;

/** The times of an arrangement that is either dated or weekly. */
export const timesOf = ({ dated, weekly }: Pick<RecordOwnArrangementInput, 'dated' | 'weekly'>) => ({
  startsAt: dated?.startsAt ?? null,
  endsAt: dated?.endsAt ?? null,
  weekday: weekly?.weekday ?? null,
  from: weekly?.from ?? null,
  to: weekly?.to ?? null,
  startsOn: weekly?.startsOn ?? null,
  endsOn: weekly?.endsOn ?? null,
});

const arrangementOf = (tx: Transaction, input: RecordOwnArrangementInput): OwnArrangement =>
  tx.create(OwnArrangement, {
    id: input.id ?? newId(),
    childId: input.childId,
    kind: input.kind,
    ...timesOf(input),
    version: 1,
    removedAt: null,
  });

/** What was said, whatever became of it since. */
const textOf = ({ version: _, removedAt: __, ...said }: OwnArrangement): string =>
  JSON.stringify(Object.entries(said).toSorted(([one], [other]) => one.localeCompare(other)));

const isSame = (one: OwnArrangement, other: OwnArrangement): boolean => textOf(one) === textOf(other);

const FOR_NOTING = { permission: 'own-arrangement:write', mode: 'pessimistic_read' } as const;

/** Notes what the family said, and shows the gaps it closes; meanwhile nobody shares the child with another family. */
export const recordOwnArrangement = async (
  tx: Transaction,
  input: RecordOwnArrangementInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now } = acting;
  const refusal = arrangementRefusal(input);
  if (refusal) return { refusal };
  const child = await lockChildFor(tx, input.childId, acting, FOR_NOTING);
  if (!child) return { refusal: await whyNoChild(tx, input.childId, acting, FOR_NOTING) };

  const ownArrangement = arrangementOf(tx, input);
  const familyIds = await familiesOfChildren(tx, [child.id]);
  const past = await settlePastCovers(tx, { familyIds, since: earliestStart([ownArrangement]) }, now);
  if (!(await wasInserted(tx, OwnArrangement, ownArrangement))) {
    const earlier = await tx.findOneByOrFail(OwnArrangement, { id: ownArrangement.id });
    return isSame(earlier, ownArrangement) ? { ownArrangement: earlier } : { refusal: 'CONFLICT' };
  }
  const step = { id: newId(), kind: 'ARRANGEMENT_RECORDED' } as const;
  const about = { familyId: child.familyId, childId: child.id, subjectId: ownArrangement.id };
  await recordStep(tx, { ...step, ...about, at: now, doneBy: user.sub, facts: hoursOf(ownArrangement) });
  await publishNotedCover(tx, past, step, now);
  return { ownArrangement };
};
