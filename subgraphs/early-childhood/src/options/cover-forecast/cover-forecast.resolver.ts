import { badUserInput } from '@relais/platform/errors.ts';
import { inputMessages } from '@relais/platform/graphql/input-messages.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import { instantAt } from '@relais/platform/time/civil-time.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  Int,
  Resolver,
  Root,
} from 'type-graphql';
import { isMeasurable } from '../../cover/childcare-cover/childcare-cover.rules.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { forecastProblems } from './cover-forecast.messages.ts';
import { bookable, hoursOfDay, leavesNothingOpen } from './cover-forecast.rules.ts';
import { ChildForecast, CoverForecast, DayForecast, ForecastHours } from './cover-forecast.ts';
import type { ForecastChild, FoundForecast } from './find-cover-forecasts.ts';
import { JobSeekerReference } from './job-seeker-reference.ts';

const MOST_TRAVEL_MINUTES = 180;
const MOST_HOURS = 14;
const MOST_DAYS = 14;
/** Nobody is asked to come earlier or stay later. */
const [FIRST_HOUR, LAST_HOUR] = ['07:00', '20:00'];

@ArgsType()
class ForecastArguments {
  @Field(() => DateTime, { description: 'When it might start.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it might end, 14 hours later at most.' })
  endsAt!: Date;

  @Field(() => Int, { defaultValue: 0, description: 'Minutes of travel each way, up to 180.' })
  travelMinutes!: number;
}

const hoursIn = (periods: readonly Period[]): ForecastHours[] =>
  periods.map((period) => Object.assign(new ForecastHours(), period));

const shownChild = (child: ForecastChild): ChildForecast =>
  Object.assign(new ChildForecast(), {
    firstName: child.firstName,
    isIfBornAsExpected: child.isIfBornAsExpected,
    status: child.status,
    missing: hoursIn(child.gaps),
    couldBeBooked: hoursIn(bookable(child)),
  });

const shown = ({ status, neededFrom, neededTo, children }: FoundForecast): CoverForecast =>
  Object.assign(new CoverForecast(), {
    status,
    neededFrom,
    neededTo,
    couldBeCovered: status !== 'UNKNOWN' && children.every(leavesNothingOpen),
    children: children.map(shownChild),
  });

const shownDay = (
  date: Temporal.PlainDate,
  window: Period,
  { status, children }: FoundForecast,
): DayForecast => {
  const nothing = { covered: [], couldBeCovered: [] };
  const { covered, couldBeCovered } = status === 'UNKNOWN' ? nothing : hoursOfDay(window, children);
  return Object.assign(new DayForecast(), {
    date,
    status,
    covered: hoursIn(covered),
    couldBeCovered: hoursIn(couldBeCovered),
  });
};

const daysFrom = (from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] => {
  if (isBefore(to, from)) throw badUserInput('to', inputMessages, 'ENDS_BEFORE_IT_STARTS');
  const { days } = from.until(to);
  if (days >= MOST_DAYS) throw badUserInput('to', inputMessages, 'SPAN_TOO_LONG', { most: MOST_DAYS });
  return Array.from({ length: days + 1 }, (_each, index) => from.add({ days: index }));
};

@Resolver(() => JobSeekerReference)
export class CoverForecastResolver {
  @Directive('@requires(fields: "family { id }")')
  @Authorized<Permission>('cover:read')
  @FieldResolver(() => CoverForecast, {
    nullable: true,
    description:
      'Whether each child would have care if something took place then, and what could be booked: before it is fixed. Hours only, without place or kind of care; nothing is held. To an advisor of their own job seekers.',
  })
  async coverForecast(
    @Root() { family }: JobSeekerReference,
    @Args(() => ForecastArguments) times: ForecastArguments,
    @Ctx() { loaders }: Context,
  ): Promise<CoverForecast | null> {
    if (times.travelMinutes < 0 || times.travelMinutes > MOST_TRAVEL_MINUTES)
      throw badUserInput('travelMinutes', forecastProblems, 'TRAVEL_TOO_LONG', { most: MOST_TRAVEL_MINUTES });
    if (!isMeasurable(times))
      throw badUserInput('endsAt', forecastProblems, 'NOT_WITHIN_A_DAY', { most: MOST_HOURS });
    const found = family && (await loaders.coverForecasts.load({ ...times, familyId: family.id }));
    return found && shown(found);
  }

  @Directive('@requires(fields: "family { id }")')
  @Authorized<Permission>('cover:read')
  @ListSize(14)
  @FieldResolver(() => [DayForecast], {
    nullable: true,
    description:
      'At which hours of these days all children have care already, and at which they could have it: to fix a time that suits. Hours only, without place or kind of care; the way there and back is not counted.',
  })
  async coverForecastOfDays(
    @Root() { family }: JobSeekerReference,
    @Arg('from', () => CivilDate, { description: 'First day.' }) from: Temporal.PlainDate,
    @Arg('to', () => CivilDate, { description: 'Last day, 13 days later at most.' }) to: Temporal.PlainDate,
    @Ctx() { loaders }: Context,
  ): Promise<DayForecast[] | null> {
    const days = daysFrom(from, to);
    if (!family) return null;
    const shownDays = days.map(async (day) => {
      const window = { startsAt: instantAt(day, FIRST_HOUR), endsAt: instantAt(day, LAST_HOUR) };
      const asked = { ...window, travelMinutes: 0, familyId: family.id };
      const found = await loaders.coverForecasts.load(asked);
      return found ? [shownDay(day, window, found)] : [];
    });
    return (await Promise.all(shownDays)).flat();
  }
}
