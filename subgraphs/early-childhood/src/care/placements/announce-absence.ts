import type { ActingSeer } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, InputType, ObjectType } from 'type-graphql';
import { placementChange } from './as-it-would-be.ts';
import { lockPlacement } from './lock-placement.ts';
import { absenceReasons } from './placement.reasons.ts';
import { absenceProblem, isAnnounced } from './placement.rules.ts';
import {
  CHANGED,
  PlacementChangeInput,
  type PlacementResult,
  placementPayloadOf,
} from './placement-change.ts';
import { recordPlacementStep } from './record-placement-step.ts';
import { pausePlacement } from './suspend-placement.ts';

@InputType({ description: 'Days on which the child of a placement will not come.' })
export class AnnounceAbsenceInput extends PlacementChangeInput {
  @Field(() => CivilDate, { description: 'First day of the absence, today at the earliest.' })
  from!: Temporal.PlainDate;

  @Field(() => CivilDate, {
    description: 'Last day of the absence, 31 days at most; what is longer is a suspension.',
  })
  to!: Temporal.PlainDate;

  @Field(() => String, { description: 'Why, in the words of the family.' })
  reason!: string;
}

@ObjectType(CHANGED)
export class AnnounceAbsencePayload extends placementPayloadOf('AnnounceAbsence', absenceReasons) {}

type Result = PlacementResult<Word<typeof absenceReasons>>;

const announce = async (
  tx: Transaction,
  input: AnnounceAbsenceInput,
  acting: ActingSeer,
): Promise<Result> => {
  const { now } = acting;
  const locked = await lockPlacement(tx, 'ANNOUNCE_ABSENCE', input, acting);
  if ('refusal' in locked) return locked;
  const { placement } = locked;
  const reason = input.reason.trim();
  const days = { startsOn: input.from, endsOn: input.to };
  const refusal = reason ? absenceProblem(placement, days, dayOf(now)) : 'REASON_MISSING';
  if (refusal) return { refusal };

  if (isAnnounced(locked.pauses, days)) return { placement, uncoveredMilestones: [] };
  await recordPlacementStep(tx, 'ABSENCE_ANNOUNCED', placement, { ...acting, reason, ...days });
  return pausePlacement(tx, placement, { kind: 'ABSENCE', ...days, reason }, now);
};

/** Keeps that a child will not come on some days: its hours are free for others at once, and stay so when hours change. */
export const announceAbsence = (
  tx: Transaction,
  input: AnnounceAbsenceInput,
  acting: ActingSeer,
): Promise<Result> => placementChange(tx, input.preview, () => announce(tx, input, acting));
