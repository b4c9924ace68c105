import type { ActingUser } from '@relais/platform/acting.ts';
import { preview } from '@relais/platform/database/preview.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Previewable } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { CoverMatter } from '../../cover/childcare-cover/cover-matter.ts';
import { gapsOfChild, milestonesWithNewGaps } from '../../cover/childcare-cover/new-gaps.queries.ts';
import { publishNotedCover, settlePastCovers } from '../../cover/childcare-cover/publish-cover.ts';
import type { UncoveredMilestone } from '../../cover/childcare-cover/uncovered-milestone.ts';
import type { Child } from '../../families/families/child.ts';
import { lockChildFor } from '../../families/shared-residence/lock-child.ts';
import type { CareStepFacts } from '../../history/care-history/care-step.ts';
import { recordStep } from '../../history/care-history/record-step.ts';
import { familiesOfChildren } from '../bookings/booking.queries.ts';
import { hoursOf } from './arrangement-hours.rules.ts';
import type { standing } from './own-arrangement.reasons.ts';
import { OwnArrangement } from './own-arrangement.ts';
import { type ArrangementTimes, earliestStart } from './past-days.rules.ts';

/** Which arrangement is meant, as it was seen. */
@InputType()
export abstract class ArrangementToChange extends Previewable {
  @Field(() => ID, { description: 'The arrangement.' })
  ownArrangementId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;
}

type ChangedArrangement = {
  /** Absent when nothing of it is left. */
  readonly ownArrangement?: OwnArrangement;
  /** As it was before. */
  readonly removed: OwnArrangement;
  readonly uncoveredMilestones: UncoveredMilestone[];
};

/** The changed arrangement, or why it stands; an unknown one needs no rule. */
export type ArrangementResult<Reason extends string> =
  | ChangedArrangement
  | Refused<Reason | Word<typeof standing>>;

/** One way to change an arrangement. */
export type ArrangementChange<Reason extends string> = {
  readonly step: CoverMatter;
  readonly facts?: CareStepFacts;
  /** The times that the step tells; those that it had unless given. */
  readonly told?: ArrangementTimes;
  refusal(arrangement: OwnArrangement): Reason | null;
  /** What it holds from then on: nothing, or its new times; what does not fit into one record goes into others. */
  remainder(
    arrangement: OwnArrangement,
  ): readonly (ArrangementTimes & Partial<Pick<OwnArrangement, 'kind'>>)[];
};

type LockedArrangement = { readonly child: Child; readonly arrangement: OwnArrangement };

/** The child before its arrangement, as whoever records one does. */
const lockArrangement = async (
  tx: Transaction,
  id: string,
  acting: ActingUser,
): Promise<LockedArrangement | null> => {
  const found = await tx.findOneBy(OwnArrangement, { id });
  if (!found) return null;
  const child = await lockChildFor(tx, found.childId, acting, {
    permission: 'own-arrangement:write',
    mode: 'pessimistic_read',
  });
  if (!child) return null;
  const lock = { mode: 'for_no_key_update' } as const;
  return { child, arrangement: await tx.findOneOrFail(OwnArrangement, { where: { id }, lock }) };
};

type Remainder = ReturnType<ArrangementChange<string>['remainder']>;

const storeRemainder = async (
  tx: Transaction,
  arrangement: OwnArrangement,
  [kept, ...others]: Remainder,
  now: Date,
): Promise<OwnArrangement> => {
  const stored = await store(tx, OwnArrangement, arrangement, kept ?? { removedAt: now });
  const { childId, kind } = stored;
  await tx.insert(
    OwnArrangement,
    others.map((times) => ({ kind, ...times, id: newId(), childId, version: 1, removedAt: null })),
  );
  return stored;
};

/** What is said again as it stands. */
const isAsKnown = (arrangement: OwnArrangement, [kept, ...others]: Remainder): boolean =>
  kept !== undefined && others.length === 0 && !wouldChange(arrangement, kept);

const changed = async <Reason extends string>(
  tx: Transaction,
  { ownArrangementId }: ArrangementToChange,
  change: ArrangementChange<Reason>,
  acting: ActingUser,
): Promise<ArrangementResult<Reason>> => {
  const { user, now } = acting;
  const locked = await lockArrangement(tx, ownArrangementId, acting);
  if (!locked) return { refusal: 'UNKNOWN_OWN_ARRANGEMENT' };
  const { child, arrangement } = locked;
  const refusal = change.refusal(arrangement);
  if (refusal) return { refusal };

  const remainder = change.remainder(arrangement);
  if (isAsKnown(arrangement, remainder))
    return { ownArrangement: arrangement, removed: arrangement, uncoveredMilestones: [] };
  const familyIds = await familiesOfChildren(tx, [child.id]);
  const since = earliestStart([arrangement, ...remainder]);
  const past = await settlePastCovers(tx, { familyIds, since }, now);
  const before = await gapsOfChild(tx, { childId: child.id, familyIds }, now);
  const facts = { ...hoursOf(change.told ?? arrangement), ...change.facts };
  const stored = await storeRemainder(tx, arrangement, remainder, now);
  const step = { id: newId(), kind: change.step };
  await recordStep(tx, {
    ...step,
    familyId: child.familyId,
    childId: child.id,
    subjectId: arrangement.id,
    at: now,
    doneBy: user.sub,
    facts,
  });
  const uncovered = await milestonesWithNewGaps(tx, before, now);
  await publishNotedCover(tx, past, step, now);
  return {
    ...(stored.removedAt === null && { ownArrangement: stored }),
    removed: arrangement,
    uncoveredMilestones: uncovered,
  };
};

/** Changes an arrangement and answers the milestones that lose cover; a preview answers the same and changes nothing. */
export const changeOwnArrangement = <Reason extends string>(
  tx: Transaction,
  asked: ArrangementToChange,
  change: ArrangementChange<Reason>,
  acting: ActingUser,
): Promise<ArrangementResult<Reason>> => preview(tx, asked.preview, () => changed(tx, asked, change, acting));
