import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Float, ObjectType } from 'type-graphql';
import { CareOptionReason } from '../../care/place-explanations/place-reason.ts';
import { PatternLine } from '../../care/placements/pattern-line.ts';
import { hoursPerWeek } from '../../care/placements/placement.rules.ts';
import { Section } from '../../centres/centres/section.ts';
import { CareMiss, CareOptions } from '../../options/care-options/care-option.ts';
import { missOf, shownCareOptions } from '../../options/care-options/find-care-options.ts';
import type { FoundRequestOptions } from './find-request-options.ts';
import type { FoundWeek } from './find-weekly-options.ts';
import type { WeeklyOption } from './weekly-options.rules.ts';

@ObjectType({
  description: 'A section that can take the child for hours of its week, and why (proposition).',
})
export class WeeklyCareOption {
  @Field(() => Section, { description: 'The section.' })
  section!: Section;

  @ListSize(5)
  @Field(() => [PatternLine], { description: 'The lines of the pattern that it can take on every open day.' })
  lines!: PatternLine[];

  @Field(() => Boolean, { description: 'It can take all of the lines, not only some.' })
  isWholeWeek!: boolean;

  @Field(() => Float, { description: 'Hours of an ordinary week that it can take.' })
  weeklyHours!: number;

  @Field(() => Float, { description: 'Sum of what the criteria contribute, 0 to 100.' })
  score!: number;

  @ListSize(7)
  @Field(() => [CareOptionReason], { description: 'Every criterion, whether it contributed or not.' })
  reasons!: CareOptionReason[];
}

@ObjectType({ description: 'Where a child can be looked after for the hours of its week.' })
export class WeeklyCareOptions {
  @Field(() => CivilDate, { description: 'First day that can still be booked of the period asked for.' })
  firstDay!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'Last day of the period.' })
  lastDay!: Temporal.PlainDate;

  @ListSize(5)
  @Field(() => [WeeklyCareOption], {
    description: 'Best first: those that take the whole week, then those that take some lines of it.',
  })
  options!: WeeklyCareOption[];

  @ListSize(5)
  @Field(() => [CareMiss], {
    description:
      'When nothing takes the whole week: what stands in the way elsewhere, one section of each centre, what can be changed first.',
  })
  nearestMisses!: CareMiss[];
}

@ObjectType({ description: 'Where a care request could be met, ranked and explained (CRPA L311-3-1).' })
export class RequestOptions {
  @ListSize(2)
  @Field(() => [CareOptions], {
    description:
      'Short-term and emergency care: the options of each stretch that is not over; empty otherwise.',
  })
  stretches!: CareOptions[];

  @Field(() => WeeklyCareOptions, {
    nullable: true,
    description:
      'Long-term and flexible care: options over the period; absent otherwise, and once it is over.',
  })
  week!: WeeklyCareOptions | null;
}

const optionOf = ({ section, lines, isWholeWeek, score, reasons }: WeeklyOption): WeeklyCareOption => {
  const hours = lines.map((line) => line.hours);
  return Object.assign(new WeeklyCareOption(), {
    section,
    lines: hours.map((line) => Object.assign(new PatternLine(), line)),
    isWholeWeek,
    weeklyHours: hoursPerWeek(hours),
    score,
    reasons: reasons.map((reason) => Object.assign(new CareOptionReason(), reason)),
  });
};

const weekOf = ({ days, options, nearestMisses }: FoundWeek, first: number): WeeklyCareOptions =>
  Object.assign(new WeeklyCareOptions(), {
    firstDay: days.startsOn,
    lastDay: days.endsOn,
    options: options.slice(0, first).map(optionOf),
    nearestMisses: nearestMisses.slice(0, first).map(missOf),
  });

/** The best options, as they are shown. */
export const shownRequestOptions = (
  { stretches, week }: FoundRequestOptions,
  first: number,
): RequestOptions =>
  Object.assign(new RequestOptions(), {
    stretches: stretches.map((found) => shownCareOptions(found, first)),
    week: week && weekOf(week, first),
  });
