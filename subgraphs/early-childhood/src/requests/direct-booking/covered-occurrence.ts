import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Word } from '@relais/platform/graphql/reasons.ts';
import { Previewable, refusalOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Booking } from '../../care/bookings/booking.ts';
import { ChildcareCover } from '../../cover/childcare-cover/childcare-cover.ts';
import { MilestoneReference, milestoneReference } from '../../cover/childcare-cover/milestone-reference.ts';
import type { KnownMilestone } from '../../cover/known-milestones/known-milestone.ts';
import { CoverAlternative } from './cover-alternative.ts';
import { occurrenceReasons } from './cover-milestone.reasons.ts';

/** Which milestones of a series are meant; as employment says it of its own changes of one. */
@InputType()
export abstract class PartOfSeries extends Previewable {
  @Field(() => ID, { description: 'The series.' })
  seriesId!: string;

  @Field(() => Int, { description: 'The `seriesVersion` that was seen of one of its milestones.' })
  version!: number;

  @Field(() => CivilDate, { nullable: true, description: 'The first day that is meant; all when absent.' })
  fromDay?: Temporal.PlainDate | null;

  @Field(() => CivilDate, { nullable: true, description: 'The last day that is meant; all when absent.' })
  untilDay?: Temporal.PlainDate | null;

  @Field(() => [CivilDate], { defaultValue: [], description: 'Days whose milestone stays as it is.' })
  exceptDays!: Temporal.PlainDate[];
}

const OccurrenceRefusal = refusalOf('CoveredOccurrenceRefusal', occurrenceReasons);

@ObjectType({ description: 'What became of one milestone of a series.' })
export class CoveredOccurrence {
  @Field(() => MilestoneReference, {
    nullable: true,
    description: 'The milestone; what it shows of its cover is read anew, so a preview does not change it.',
  })
  milestone!: MilestoneReference;

  @Field(() => DateTime, { description: 'When it starts, as last told here.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends, as last told here.' })
  endsAt!: Date;

  @ListSize(2)
  @Field(() => [Booking], {
    description:
      'Its bookings that were made or given back, or would be in a preview; none when nothing was done.',
  })
  bookings!: readonly Booking[];

  @Field(() => ChildcareCover, {
    description: 'Its cover after, or as it would be in a preview: its gaps are what is lacking.',
  })
  cover!: ChildcareCover;

  @Field(() => OccurrenceRefusal, {
    nullable: true,
    description: 'Why nothing was booked for this one; absent when something was.',
  })
  refusal?: InstanceType<typeof OccurrenceRefusal>;

  @ListSize(2)
  @Field(() => [CoverAlternative], {
    description: 'With `NO_OPTION` and `CHOICE_NOT_POSSIBLE`: what could be done, gap by gap.',
  })
  alternatives!: readonly CoverAlternative[];
}

type Outcome = Pick<CoveredOccurrence, 'bookings' | 'cover'> & {
  readonly refusal?: Word<typeof occurrenceReasons> | null;
  readonly alternatives?: readonly CoverAlternative[];
};

export const occurrenceOf = (
  { startsAt, endsAt, familyId, ...milestone }: KnownMilestone,
  { bookings, cover, refusal, alternatives = [] }: Outcome,
): CoveredOccurrence =>
  Object.assign(new CoveredOccurrence(), {
    milestone: milestoneReference({ ...milestone, startsAt, endsAt, family: { id: familyId } }),
    ...{ startsAt, endsAt, bookings, cover, alternatives },
    ...(refusal && { refusal: OccurrenceRefusal.of(refusal) }),
  });
