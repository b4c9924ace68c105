import type { ActingUser } from '@relais/platform/acting.ts';
import { wholly } from '@relais/platform/database/preview.ts';
import { day, id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { RefusalDetails, Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { Previewable, payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { scheduleJob } from '@relais/platform/jobs/schedule-job.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import type { Days } from '@relais/platform/time/days.rules.ts';
import { dayText } from '@relais/platform/time/time-texts.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { publishCoverOfFamilies } from '../../cover/childcare-cover/publish-cover.ts';
import { REMAKE_CALENDARS } from '../../families/shared-residence/remaking.ts';
import { schoolPeriodsOf } from './school-calendar.rules.ts';
import { termsAfter } from './school-holidays.rules.ts';
import { SchoolPeriod } from './school-period.ts';
import { schoolTermsReasons } from './school-terms.reasons.ts';
import { schoolTermsProblem } from './school-terms.rules.ts';

@InputType({ description: 'A stretch of school days between two holidays, in the zone of the city.' })
export class SchoolTermInput implements Days {
  @Field(() => CivilDate, { description: 'First school day.' })
  startsOn!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'Last school day.' })
  endsOn!: Temporal.PlainDate;
}

@InputType({ description: 'What follows of the school calendar.' })
export class LoadSchoolTermsInput extends Previewable {
  @Field(() => [SchoolTermInput], {
    description:
      'Terms after the last known day, first to last, by the order on the school calendar; public holidays are left out by themselves.',
  })
  terms!: SchoolTermInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Leave out what is known already and what is past, instead of refusing it: a whole calendar can be sent again and again.',
  })
  isWhatFollowsOnly!: boolean;
}

@ObjectType({ description: 'What is known of the school calendar now, or why nothing was added.' })
export class LoadSchoolTermsPayload extends payloadOf(
  'LoadSchoolTerms',
  schoolTermsReasons,
  'Why nothing was added; absent when it was.',
) {
  @Field(() => CivilDate, {
    nullable: true,
    description: 'The last school day that is known; absent when refused.',
  })
  knownUntil?: Temporal.PlainDate;

  @Field(() => Int, { description: 'Families with milestones to come, whose cover was looked at again.' })
  familiesLookedAt = 0;
}

type Result =
  | { readonly knownUntil: Temporal.PlainDate; readonly familiesLookedAt: number }
  | Refused<Word<typeof schoolTermsReasons>>;

const KnownRow = rowOf({ lastDay: ['max(ends_on)', day.nullable()] });

/** The last school day that is known. Nobody adds others until commit. */
const lockCalendar = async (tx: Transaction): Promise<Temporal.PlainDate | null> => {
  await tx.query('lock table school_periods in share row exclusive mode');
  const [known] = await rowsOf(tx, KnownRow, `select ${KnownRow.columns} from school_periods`);
  return known?.lastDay ?? null;
};

const FamilyRow = rowOf({ familyId: ['family_id', id] });

const FAMILIES_FROM = `
  select distinct ${FamilyRow.columns} from known_milestones
  where starts_at >= $1 and status in ('PLANNED', 'CONFIRMED') order by 1`;

/** The terms to add: all that were sent, or what of them follows. */
const termsToAdd = (
  { terms, isWhatFollowsOnly }: LoadSchoolTermsInput,
  lastKnownDay: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): readonly Days[] => (isWhatFollowsOnly ? termsAfter(terms, lastKnownDay, today) : terms);

const load = async (tx: Transaction, input: LoadSchoolTermsInput, { now }: ActingUser): Promise<Result> => {
  const lastKnownDay = await lockCalendar(tx);
  const terms = termsToAdd(input, lastKnownDay, dayOf(now));
  if (lastKnownDay && input.isWhatFollowsOnly && input.terms.length > 0 && terms.length === 0)
    return { knownUntil: lastKnownDay, familiesLookedAt: 0 };
  const refusal = schoolTermsProblem(terms, lastKnownDay, dayOf(now));
  const details: RefusalDetails = (language) =>
    lastKnownDay ? { day: dayText(language, lastKnownDay) } : {};
  if (refusal) return { refusal, details };
  const periods = schoolPeriodsOf(terms).map(({ startsOn, endsOn }) => ({
    startsOn: startsOn.toString(),
    endsOn: endsOn.toString(),
  }));
  await tx.insert(SchoolPeriod, periods);
  // Which parent has a child follows the terms as well: each night, and at once when they become known.
  await scheduleJob(tx, REMAKE_CALENDARS, {}, { runAt: now, key: '' });
  const families = await rowsOf(tx, FamilyRow, FAMILIES_FROM, [startOfDay(dayOf(now).add({ days: 1 }))]);
  await publishCoverOfFamilies(
    tx,
    families.map(({ familyId }) => familyId),
    now,
  );
  const knownUntil = (await lockCalendar(tx)) ?? dayOf(now);
  return { knownUntil, familiesLookedAt: families.length };
};

/** Adds what follows of the school calendar: until it is known, school looks after nobody on those days. */
export const loadSchoolTerms = (
  tx: Transaction,
  input: LoadSchoolTermsInput,
  acting: ActingUser,
): Promise<Result> => wholly(tx, input.preview, () => load(tx, input, acting));
