import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Temporal } from 'temporal-polyfill';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  type CountedStay,
  isThreeOn,
  staffingDuring,
  walksOn,
} from '../../care/staff-present/adults-needed.rules.ts';
import { centreOn } from '../../centres/centres/centre-terms.rules.ts';
import type { Context } from '../wing.ts';
import type { StayOnDay } from './centre-day.queries.ts';
import { openHalfHours } from './centre-day.rules.ts';
import { CentreDay } from './centre-day.ts';
import { StaffedHalfHour } from './staffed-half-hour.ts';

const dayOfText = (text: string | null): Temporal.PlainDate | null =>
  text === null ? null : Temporal.PlainDate.from(text);

const countedStay = ({ booking, child }: StayOnDay, date: Temporal.PlainDate): CountedStay => {
  const { status, startsAt, endsAt, arrivedAt, leftAt } = booking;
  const counted = {
    walks: walksOn(dayOfText(child.walksSince), date),
    isThree: isThreeOn(dayOfText(child.birthDate), date),
  };
  return { status, startsAt, endsAt, arrivedAt, leftAt, child: counted };
};

@Resolver(() => CentreDay)
export class CentreStaffingResolver {
  @ListSize(24)
  @FieldResolver(() => [StaffedHalfHour], {
    description: 'How many adults it takes and how many are noted, half-hour by half-hour while it is open.',
  })
  async staffing(@Root() { facts }: CentreDay, @Ctx() { loaders }: Context): Promise<StaffedHalfHour[]> {
    const { centre, date, sections, stays } = facts;
    const [staff] = await loaders.staffOnDay(centre.id, date);
    if (!staff) return [];
    const noted = new Map(staff.halfHours.map(({ startsAt, adults }) => [startsAt.getTime(), adults]));
    const counted = stays.map((stay) => countedStay(stay, date));
    const { kind, openingHours } = centreOn(centre, date);
    const ratio = { kind, ratio: staff.ratio };
    return openHalfHours(date, openingHours, sections[0]?.closures).map((halfHour) => {
      const adultsPresent = noted.get(halfHour.startsAt.getTime()) ?? null;
      const staffing = staffingDuring(halfHour, counted, ratio);
      const { adultsNeeded } = staffing;
      const isKnown = adultsPresent !== null && adultsNeeded !== null;
      const adultsLacking = isKnown ? Math.max(0, adultsNeeded - adultsPresent) : null;
      return Object.assign(new StaffedHalfHour(), { ...halfHour, ...staffing, adultsPresent, adultsLacking });
    });
  }
}
