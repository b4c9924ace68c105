import { badArgument, badUserInput } from '@relais/platform/errors.ts';
import { inputMessages } from '@relais/platform/graphql/input-messages.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  Float,
  InputType,
  Int,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { patternProblem } from '../../care/placements/pattern.rules.ts';
import { PatternLineInput } from '../../care/placements/pattern-line.ts';
import { patternReasons } from '../../care/placements/placement.reasons.ts';
import { Section } from '../../centres/centres/section.ts';
import { countOfOptions } from '../../options/care-options/care-options.resolver.ts';
import type { Permission } from '../../permissions.ts';
import { CareRequest } from '../care-requests/care-request.ts';
import { CareStretchInput } from '../care-requests/needed-care-input.ts';
import type { Context } from '../wing.ts';
import { waitingListProblems } from './waiting-list.messages.ts';
import type { FreedPlace } from './would-serve-best.queries.ts';

@InputType({ description: 'Hours of every week that become free between two days.' })
export class FreedWeekInput {
  @Field(() => [PatternLineInput], { description: 'The hours of an ordinary week.' })
  lines!: PatternLineInput[];

  @Field(() => CivilDate, { description: 'First day on which they are free.' })
  firstDay!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'Last day on which they are free.' })
  lastDay!: Temporal.PlainDate;
}

@InputType({ description: 'A place that becomes free: either hours of every week, or one dated stretch.' })
export class FreedPlaceInput {
  @Field(() => FreedWeekInput, { nullable: true, description: 'Hours of every week; absent when dated.' })
  week?: FreedWeekInput | null;

  @Field(() => CareStretchInput, { nullable: true, description: 'One stretch; absent when weekly.' })
  stretch?: CareStretchInput | null;
}

@ObjectType({ description: 'A request that a free place would serve.' })
export class ServedRequest {
  @Field(() => CareRequest, { description: 'The request; its priority says why it comes here.' })
  careRequest!: CareRequest;

  @Field(() => Boolean, { description: 'The place serves the whole of its hours, not only some.' })
  isWholeNeed!: boolean;

  @Field(() => Float, { description: 'Share of its hours that the place serves, above 0 up to 1.' })
  share!: number;
}

type Freed = Omit<FreedPlace, 'first'>;

const freedWeek = ({ lines, firstDay, lastDay }: FreedWeekInput): Freed => {
  const problem = patternProblem(lines);
  if (problem) throw badArgument('place.week.lines', patternReasons[problem]);
  if (Temporal.PlainDate.compare(firstDay, lastDay) > 0)
    throw badUserInput('place.week.lastDay', inputMessages, 'ENDS_BEFORE_IT_STARTS');
  return { lines, stretch: null, firstDay, lastDay };
};

const freedStretch = (stretch: CareStretchInput): Freed => {
  if (stretch.endsAt <= stretch.startsAt)
    throw badUserInput('place.stretch.endsAt', inputMessages, 'ENDS_BEFORE_IT_STARTS');
  const day = dayOf(stretch.startsAt);
  return { lines: [], stretch, firstDay: day, lastDay: day };
};

const freedPlaceOf = ({ week, stretch }: FreedPlaceInput): Freed => {
  if (week && !stretch) return freedWeek(week);
  if (stretch && !week) return freedStretch(stretch);
  throw badUserInput('place', waitingListProblems, 'WEEK_OR_STRETCH');
};

const HUNDREDTHS = 100;

@Resolver(() => Section)
export class WouldServeBestResolver {
  @Authorized<Permission>('care:read')
  @FieldResolver(() => [ServedRequest], {
    nullable: true,
    description:
      'The waiting requests that a place becoming free here would serve: those it serves whole first, each by priority. It does not say that the place is free.',
  })
  async wouldServeBest(
    @Root() { id }: Section,
    @Arg('place', () => FreedPlaceInput, { description: 'When the place becomes free.' })
    place: FreedPlaceInput,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many, 1 to 20.' }) first: number,
    @Ctx() { loaders }: Context,
  ): Promise<ServedRequest[]> {
    const freed = { ...freedPlaceOf(place), first: countOfOptions(first) };
    const ranks = await loaders.servedBySection(id, freed);
    const requests = await Promise.all(ranks.map((rank) => loaders.careRequests.load(rank.id)));
    return ranks.flatMap(({ share }, index) => {
      const careRequest = requests[index];
      if (!careRequest) return [];
      const shown = Math.round(share * HUNDREDTHS) / HUNDREDTHS;
      return [Object.assign(new ServedRequest(), { careRequest, isWholeNeed: share === 1, share: shown })];
    });
  }
}
