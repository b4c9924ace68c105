import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ObjectType } from 'type-graphql';
import { Booking } from '../bookings/booking.ts';
import { CareMiss, CareOption } from '../care-options/care-option.ts';
import type { FoundOptions } from '../care-options/find-care-options.ts';
import { shownMisses, shownOptions } from '../care-options/show-care-options.ts';
import { CareKind } from '../centres/care-kind.ts';
import { ChildcareCover } from '../childcare-cover/childcare-cover.ts';
import { coverMilestoneMessages } from './cover-milestone.messages.ts';
import type { CoverMilestoneRefusalReason } from './cover-milestone.rules.ts';
import type { CoverMilestoneResult } from './cover-milestone.ts';

const CoverMilestoneRefusal = refusalOfCatalogue<CoverMilestoneRefusalReason>(
  'CoverMilestoneRefusal',
  {
    UNKNOWN_MILESTONE: 'The milestone is not known here, or not yet, or not the advisor’s.',
    VERSION_NOT_KNOWN_YET:
      'No such version of the milestone has arrived here, though it was awaited a moment.',
    STALE_VERSION: 'The milestone changed since it was read.',
    MILESTONE_CALLED_OFF: 'The milestone is neither planned nor confirmed.',
    MILESTONE_OVER: 'The milestone is over.',
    NOTHING_TO_COVER: 'No child lacks care that could still be booked.',
    NO_OPTION: 'Not every gap has an option; nothing was booked, and the alternatives say what could be.',
    CONFLICT: 'This id was already used for another booking.',
  },
  coverMilestoneMessages,
);

const MOST_ALTERNATIVES = 5;

@ObjectType({ description: 'What could be done for a stretch of time that lacks care.' })
export class CoverAlternative {
  childId!: string;

  @Field(() => CareKind, { description: 'The kind of care that its notice allows.' })
  kind!: CareKind;

  @Field(() => DateTime, { description: 'Start of what is missing, on the half-hour.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'End of what is missing, on the half-hour.' })
  endsAt!: Date;

  @ListSize(5)
  @Field(() => [CareOption], {
    description: 'Up to 5: those that fit it whole, then those that fit in part.',
  })
  options!: CareOption[];

  @ListSize(5)
  @Field(() => [CareMiss], {
    description:
      'Up to 5: what stands in the way elsewhere, one section of each centre, what can be changed first.',
  })
  nearestMisses!: CareMiss[];
}

@ObjectType({ description: 'The bookings made and the cover they give, or why nothing was booked.' })
export class CoverMilestonePayload {
  @ListSize(10)
  @Field(() => [Booking], { nullable: true, description: 'The bookings; absent when refused.' })
  bookings?: readonly Booking[];

  @Field(() => ChildcareCover, { nullable: true, description: 'The cover after; absent when refused.' })
  cover?: ChildcareCover;

  @Field(() => CoverMilestoneRefusal, {
    nullable: true,
    description: 'Why nothing was booked; absent when it was.',
  })
  refusal?: InstanceType<typeof CoverMilestoneRefusal>;

  @ListSize(10)
  @Field(() => [CoverAlternative], { description: 'With `NO_OPTION`: what could be done, gap by gap.' })
  alternatives!: CoverAlternative[];
}

const alternativeOf = (found: FoundOptions): CoverAlternative =>
  Object.assign(new CoverAlternative(), {
    childId: found.need.childId,
    kind: found.need.kind,
    startsAt: found.need.startsAt,
    endsAt: found.need.endsAt,
    options: shownOptions(found, MOST_ALTERNATIVES),
    nearestMisses: shownMisses(found, MOST_ALTERNATIVES),
  });

export const payloadOf = (result: CoverMilestoneResult): CoverMilestonePayload => {
  if (!('refusal' in result)) return { ...result, alternatives: [] };
  const { refusal, alternatives } = result;
  return { refusal: CoverMilestoneRefusal.of(refusal), alternatives: alternatives.map(alternativeOf) };
};
