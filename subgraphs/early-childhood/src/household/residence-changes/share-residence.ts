import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { publishNotedCover, settlePastCovers } from '../../cover/childcare-cover/publish-cover.ts';
import { Child } from '../../families/families/child.ts';
import { lockChildFor } from '../../families/shared-residence/lock-child.ts';
import { ResidencePeriod } from '../../families/shared-residence/residence-period.ts';
import {
  calendarSince,
  endCalendar,
  sharedResidencesOf,
} from '../../families/shared-residence/shared-residence.queries.ts';
import { SharedResidence } from '../../families/shared-residence/shared-residence.ts';
import { recordSteps } from '../../history/care-history/record-step.ts';
import { shareReasons } from './share-residence.reasons.ts';
import { isKnownCalendar, residenceRefusal } from './share-residence.rules.ts';

@InputType({ description: 'Time that a child spends with one of its two families.' })
export class ResidencePeriodInput {
  @Field(() => ID, { description: 'The family it is with.' })
  familyId!: string;

  @Field(() => DateTime, { description: 'When the child comes.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When the child leaves.' })
  endsAt!: Date;
}

@InputType({ description: 'A child who lives by turns with a second family.' })
export class ShareResidenceInput {
  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => ID, { description: 'The second family; the first is the one the child is registered with.' })
  otherFamilyId!: string;

  @Field(() => [ResidencePeriodInput], {
    defaultValue: [],
    description:
      'Who has it when. From its first start on, it replaces what was known; without any, nothing changes.',
  })
  calendar!: ResidencePeriodInput[];
}

@ObjectType({ description: 'The child, or why nothing was noted.' })
export class ShareResidencePayload extends payloadOf(
  'ShareResidence',
  shareReasons,
  'Why not; absent when it was noted.',
) {
  @Field(() => Child, { nullable: true, description: 'The child; absent when refused.' })
  child?: Child;
}

type Refusal = Word<typeof shareReasons>;
type Result = { readonly child: Child } | Refused<Refusal>;

/** Broken constraints that mean what no rule can know. */
export const refusalsOfSharing = {
  shared_residence_with_a_known_family: 'UNKNOWN_FAMILY',
  residence_with_one_family_at_a_time: 'PERIODS_OVERLAP',
} as const satisfies Record<string, Refusal>;

const firstStart = (calendar: readonly ResidencePeriodInput[]): Date | null => {
  const starts = calendar.map(({ startsAt }) => startsAt.getTime());
  return starts.length > 0 ? new Date(Math.min(...starts)) : null;
};

const saysNothingNew = async (
  tx: Transaction,
  { childId, calendar }: ShareResidenceInput,
): Promise<boolean> => {
  const first = firstStart(calendar);
  return first === null || isKnownCalendar(calendar, await calendarSince(tx, childId, first));
};

const replaceCalendar = async (
  tx: Transaction,
  { childId, calendar }: ShareResidenceInput,
): Promise<void> => {
  const first = firstStart(calendar);
  if (!first) return;
  await endCalendar(tx, childId, first);
  await tx.insert(
    ResidencePeriod,
    calendar.map((period) => ({ ...period, id: newId(), childId })),
  );
};

/** Notes that a child lives with two families by turns, and with whom when; the child is held until commit. */
export const shareResidence = async (
  tx: Transaction,
  input: ShareResidenceInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now, sight } = acting;
  const { childId, otherFamilyId, calendar } = input;
  const forChange = { permission: 'family:change', mode: 'for_no_key_update' } as const;
  const child = await lockChildFor(tx, childId, acting, forChange);
  if (!child) return { refusal: 'UNKNOWN_CHILD' };
  if (!(await sight.allows(tx, forChange.permission, [otherFamilyId]))) return { refusal: 'UNKNOWN_FAMILY' };
  const [known] = await sharedResidencesOf(tx, [childId]);
  const { familyId } = child;
  const refusal = residenceRefusal({
    familyId,
    otherFamilyId,
    sharedWith: known?.otherFamilyId ?? null,
    calendar,
  });
  if (refusal) return { refusal };

  if (known && (await saysNothingNew(tx, input))) return { child };
  const familyIds = [familyId, otherFamilyId];
  const since = known ? (firstStart(calendar) ?? now) : null;
  const past = await settlePastCovers(tx, { familyIds, since }, now);
  if (!known) await tx.insert(SharedResidence, { childId, otherFamilyId });
  await replaceCalendar(tx, input);
  const step = { id: newId(), kind: 'RESIDENCE_SHARED' } as const;
  const about = { kind: step.kind, childId, subjectId: childId, at: now, doneBy: user.sub };
  await recordSteps(tx, [
    { ...about, id: step.id, familyId },
    { ...about, familyId: otherFamilyId },
  ]);
  await publishNotedCover(tx, past, step, now);
  return { child };
};
