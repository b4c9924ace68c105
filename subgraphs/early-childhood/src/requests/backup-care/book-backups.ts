import type { ActingUser } from '@relais/platform/acting.ts';
import { inMutation, type Transaction } from '@relais/platform/database/transaction.ts';
import { orTryAgain } from '@relais/platform/database/try-again.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Confirmable, payloadOf, type RefusalDetails, refusalOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { isWithin } from '@relais/platform/time/periods.rules.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Booking } from '../../care/bookings/booking.ts';
import { placeStandIn, refusalsOfBooking } from '../../care/bookings/place-booking.ts';
import { lostOfBooking } from '../../care/closures/lost-stays.queries.ts';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { recordPlaced } from '../care-requests/record-placed.ts';
import type { Context } from '../wing.ts';
import { backupReasons, backupsReasons } from './backup-care.reasons.ts';

@InputType({ description: 'Where a child goes instead, as one of its options says.' })
export class BackupChoiceInput extends Confirmable {
  @Field(() => ID, { description: 'Made by the client: that of the new booking. Sent again, it books once.' })
  id!: string;

  @Field(() => ID, { description: 'The booking that a closure took or shortened.' })
  bookingId!: string;

  @Field(() => ID, { description: 'The section of the option.' })
  sectionId!: string;

  @Field(() => CareKind, { description: 'The kind of care of the option.' })
  kind!: CareKind;

  @Field(() => DateTime, { description: 'When the option starts; within what was lost.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When the option ends; within what was lost.' })
  endsAt!: Date;
}

@InputType({ description: 'Where the children of a closed centre go instead.' })
export class BookBackupsInput {
  @Field(() => [BackupChoiceInput], { description: 'Forty lines at most, booked in their order.' })
  choices!: BackupChoiceInput[];
}

const LineRefusal = refusalOf('BackupChoiceRefusal', backupReasons);

@ObjectType({ description: 'What became of one line.' })
export class BookedBackup {
  @Field(() => ID, { description: 'The id of the line.' })
  id!: string;

  @Field(() => Booking, { nullable: true, description: 'The new booking; absent when refused.' })
  booking?: Booking;

  @Field(() => LineRefusal, {
    nullable: true,
    description: 'Why this line was not booked; absent when it was.',
  })
  refusal?: InstanceType<typeof LineRefusal>;
}

const MOST_LINES = 40;

@ObjectType({ description: 'An answer to each line.' })
export class BookBackupsPayload extends payloadOf(
  'BookBackups',
  backupsReasons,
  'Why no line was looked at; absent when each has its own answer.',
) {
  @ListSize(20)
  @Field(() => [BookedBackup], { description: 'One for each line, in their order.' })
  lines: BookedBackup[] = [];
}

type Outcome = { readonly booking: Booking } | Refused<Word<typeof backupReasons>>;

/** Books one line for the family and the milestone that the lost care was for. */
const bookLine = async (
  tx: Transaction,
  { bookingId, ...choice }: BackupChoiceInput,
  acting: ActingUser,
): Promise<Outcome> => {
  const lost = await lostOfBooking(tx, bookingId);
  const part = lost.find((each) => isWithin(choice, each));
  if (!part || !(await acting.sight.allows(tx, 'booking:write', [part.familyId])))
    return { refusal: 'NOT_LOST' };
  const { childId, familyId, milestoneId } = part;
  // Who pays was settled with the care that was lost.
  const isEmergency = choice.confirmed;
  const care = { ...choice, childId, familyId, milestoneId, confirmed: true, isEmergency };
  const placed = await placeStandIn(tx, care, acting);
  if ('refusal' in placed) return placed;
  if (placed.steps.length > 0) await recordPlaced(tx, [placed], acting);
  return { booking: placed.booking };
};

const answerTo = (id: string, outcome: Outcome): BookedBackup => {
  const answer = Object.assign(new BookedBackup(), { id });
  if (!('refusal' in outcome)) return Object.assign(answer, { booking: outcome.booking });
  const details: RefusalDetails | undefined = outcome.details;
  return Object.assign(answer, { refusal: LineRefusal.of(outcome.refusal, details) });
};

type Result = { readonly lines: BookedBackup[] } | Refused<Word<typeof backupsReasons>>;

/** Books line after line, each in a transaction of its own: a place that somebody else took keeps no other child from its own. */
export const bookBackups = async (context: Context, { choices }: BookBackupsInput): Promise<Result> => {
  if (choices.length > MOST_LINES) return { refusal: 'TOO_MUCH_AT_ONCE' };
  const lines: BookedBackup[] = [];
  for (const choice of choices) {
    const book = (tx: Transaction, acting: ActingUser) => bookLine(tx, choice, acting);
    const outcome: Outcome = await orTryAgain(inMutation(context, book, refusalsOfBooking));
    lines.push(answerTo(choice.id, outcome));
  }
  return { lines };
};
