import type { Acting, ActingSeer } from '@relais/platform/acting.ts';
import { keepWhatWasSaid } from '@relais/platform/corrections/correct.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { laterOf } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { placementChange } from './as-it-would-be.ts';
import { type LockedPlacement, lockPlacement } from './lock-placement.ts';
import { correctAbsenceReasons } from './placement.reasons.ts';
import { absenceCorrectionProblem } from './placement.rules.ts';
import {
  CHANGED,
  PlacementChangeInput,
  type PlacementResult,
  placementPayloadOf,
} from './placement-change.ts';
import type { PlacementPause } from './placement-pause.ts';
import { recordPlacementStep } from './record-placement-step.ts';
import { bookDaysOfPause } from './resume-placement.ts';

@InputType({ description: 'An announced absence that does not take place, or not all of it.' })
export class CorrectAnnouncedAbsenceInput extends PlacementChangeInput {
  @Field(() => ID, { description: 'The absence: one of the pauses of the placement.' })
  pauseId!: string;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The last day on which the child does not come; none of them unless given.',
  })
  to?: Temporal.PlainDate | null;

  @Field(() => String, {
    description: 'Why it is corrected, 1,000 characters at most: it is kept with what it said before.',
  })
  reason!: string;
}

@ObjectType(CHANGED)
export class CorrectAnnouncedAbsencePayload extends placementPayloadOf(
  'CorrectAnnouncedAbsence',
  correctAbsenceReasons,
) {}

type Result = PlacementResult<Word<typeof correctAbsenceReasons>>;

const daysOf = ({ startsOn, endsOn }: Pick<PlacementPause, 'startsOn' | 'endsOn'>): string =>
  `${startsOn}/${endsOn}`;

/** The days that have passed stay as they were: nobody was expected. */
const bookAgain = async (
  tx: Transaction,
  locked: LockedPlacement,
  absence: PlacementPause,
  { to, reason }: CorrectAnnouncedAbsenceInput,
  acting: Acting,
): Promise<Result> => {
  const { placement } = locked;
  const wished = to ? to.add({ days: 1 }) : absence.startsOn;
  const from = laterOf(wished, dayOf(acting.now));
  const result = await bookDaysOfPause(tx, locked, absence, from, acting.now);
  if ('refusal' in result) return result;
  const left = from.equals(absence.startsOn) ? null : { ...absence, endsOn: from.subtract({ days: 1 }) };
  const said = { before: { absence: daysOf(absence) }, after: { absence: left && daysOf(left) }, reason };
  await keepWhatWasSaid(tx, { id: placement.id, familyId: placement.familyId }, said, acting);
  const days = { startsOn: from, endsOn: absence.endsOn };
  const step = { ...acting, ...days, reason: reason.trim() };
  await recordPlacementStep(tx, 'ABSENCE_CORRECTED', result.placement, step);
  return result;
};

const correct = async (
  tx: Transaction,
  input: CorrectAnnouncedAbsenceInput,
  acting: ActingSeer,
): Promise<Result> => {
  const locked = await lockPlacement(tx, 'CORRECT_ABSENCE', input, acting);
  if ('refusal' in locked) return locked;
  const absence = locked.pauses.find(({ id, kind }) => id === input.pauseId && kind === 'ABSENCE');
  const { to = null, reason } = input;
  const problem = absenceCorrectionProblem(absence, { to, reason }, dayOf(acting.now));
  if (problem) return { refusal: problem };
  return absence ? bookAgain(tx, locked, absence, input, acting) : { refusal: 'UNKNOWN_ABSENCE' };
};

/** The child comes after all: books the days of an announced absence again, or says which of them have no place. */
export const correctAnnouncedAbsence = (
  tx: Transaction,
  input: CorrectAnnouncedAbsenceInput,
  acting: ActingSeer,
): Promise<Result> => placementChange(tx, input.preview, () => correct(tx, input, acting));
