import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore, store } from '@relais/platform/database/store.ts';
import { inMutationByKeys, type Transaction } from '@relais/platform/database/transaction.ts';
import { orTryAgain } from '@relais/platform/database/try-again.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf, refusalOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { publishCoverOfFamilies } from '../../cover/childcare-cover/publish-cover.ts';
import { familiesOfChildren } from '../bookings/booking.queries.ts';
import { Booking } from '../bookings/booking.ts';
import { lockStay, recordAbsence } from '../bookings/record-attendance.ts';
import type { Context } from '../wing.ts';
import { attendancesReasons, wordReasons } from './attendance-times.reasons.ts';
import { noted, wordRefusal } from './attendance-times.rules.ts';
import { AttendanceWord, AttendanceWordKind } from './attendance-word.ts';
import { dueOf } from './due-of.ts';

@InputType({ description: 'What is noted of one child at the door.' })
export class AttendanceLineInput {
  @Field(() => ID, {
    description: 'Made by the client when it is noted: sent again, also days later, it is noted once.',
  })
  id!: string;

  @Field(() => ID, { description: 'The booking of the child.' })
  bookingId!: string;

  @Field(() => AttendanceWordKind, { description: 'What is noted.' })
  kind!: AttendanceWordKind;

  @Field(() => DateTime, {
    description:
      'When it really was, on the day of care; also when it is sent later, as after the network was away.',
  })
  at!: Date;
}

@InputType({ description: 'Who arrived, left or did not come.' })
export class RecordAttendancesInput {
  @Field(() => [AttendanceLineInput], {
    description: 'Sixty lines at most, in any order: they are noted by their times.',
  })
  lines!: AttendanceLineInput[];
}

const LineRefusal = refusalOf('AttendanceLineRefusal', wordReasons);

@ObjectType({ description: 'What became of one line.' })
export class NotedAttendance {
  @Field(() => ID, { description: 'The id of the line.' })
  id!: string;

  @Field(() => Booking, { nullable: true, description: 'The booking as it is now; absent when refused.' })
  booking?: Booking;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the child really arrived; absent when that is not noted.',
  })
  arrivedAt?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the child really left; absent when that is not noted.',
  })
  leftAt?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Half-hours due: those booked, and each that was begun before or after them. Absent when refused.',
  })
  halfHoursDue?: number;

  @Field(() => LineRefusal, {
    nullable: true,
    description: 'Why this line was not noted; absent when it was.',
  })
  refusal?: InstanceType<typeof LineRefusal>;
}

const MOST_LINES = 60;

@ObjectType({ description: 'An answer to each line.' })
export class RecordAttendancesPayload extends payloadOf(
  'RecordAttendances',
  attendancesReasons,
  'Why no line was looked at; absent when each has its own answer.',
) {
  @ListSize(40)
  @Field(() => [NotedAttendance], { description: 'One for each line, in the order in which they were sent.' })
  lines: NotedAttendance[] = [];
}

type Outcome = { readonly booking: Booking } | Refused<Word<typeof wordReasons>>;

const isSame = (sent: AttendanceWord, { bookingId, kind, at }: AttendanceLineInput): boolean =>
  sent.bookingId === bookingId && sent.kind === kind && sent.at.getTime() === at.getTime();

/** Notes one line, in the booking and by its own id, in one transaction. */
const noteLine = async (tx: Transaction, line: AttendanceLineInput, acting: ActingUser): Promise<Outcome> => {
  const { user, now } = acting;
  const booking = await lockStay(tx, line.bookingId, acting);
  if (!booking) return { refusal: 'UNKNOWN_BOOKING' };
  const sent = await sentBefore(tx, AttendanceWord, line.id, (each) => isSame(each, line));
  if (sent === 'CONFLICT') return { refusal: 'CONFLICT' };
  if (sent) return { booking };
  const refusal = wordRefusal(booking, line, now);
  if (refusal) return { refusal };

  const attended = await store(tx, Booking, booking, noted(booking, line));
  await tx.insert(AttendanceWord, { ...line, notedAt: now, notedBy: user.sub });
  if (attended.status === booking.status) return { booking: attended };
  await recordAbsence(tx, attended, acting);
  await publishCoverOfFamilies(tx, await familiesOfChildren(tx, [attended.childId]), now);
  return { booking: attended };
};

const answerTo = async (
  { id }: AttendanceLineInput,
  outcome: Outcome,
  { loaders }: Context,
): Promise<NotedAttendance> => {
  const answer = Object.assign(new NotedAttendance(), { id });
  if ('refusal' in outcome) return Object.assign(answer, { refusal: LineRefusal.of(outcome.refusal) });
  const { booking } = outcome;
  const { arrivedAt, leftAt } = booking;
  return Object.assign(answer, { booking, arrivedAt, leftAt, halfHoursDue: await dueOf(booking, loaders) });
};

type Result = { readonly lines: NotedAttendance[] } | Refused<Word<typeof attendancesReasons>>;

/**
 * Notes what was seen at the door, earliest first, each line in a transaction of its own: one that is refused takes no other with
 * it, and what was noted stays noted should it break off. Then all is sent again: each line knows its id.
 */
export const recordAttendances = async (
  context: Context,
  { lines }: RecordAttendancesInput,
): Promise<Result> => {
  if (lines.length > MOST_LINES) return { refusal: 'TOO_MUCH_AT_ONCE' };
  const outcomes = new Map<AttendanceLineInput, Outcome>();
  for (const line of lines.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    const note = (tx: Transaction, acting: ActingUser) => noteLine(tx, line, acting);
    const outcome: Outcome = await orTryAgain(
      inMutationByKeys(context, note, { attendance_words_pkey: 'CONFLICT' as const }),
    );
    outcomes.set(line, outcome);
  }
  const answers = lines.flatMap((line) => {
    const outcome = outcomes.get(line);
    return outcome ? [answerTo(line, outcome, context)] : [];
  });
  return { lines: await Promise.all(answers) };
};
