import type { Database } from '@relais/platform/database/database.ts';
import { badUserInput } from '@relais/platform/errors.ts';
import {
  countedConnectionOf,
  decodeCursor,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { counted } from '@relais/platform/graphql/counted.ts';
import { inputMessages } from '@relais/platform/graphql/input-messages.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { isUuid } from '@relais/platform/ids.ts';
import { daysOf } from '@relais/platform/time/days.rules.ts';
import { overlap } from '@relais/platform/time/periods.rules.ts';
import { Args, ArgsType, Authorized, Ctx, Field, ID, Int, Query, Resolver } from 'type-graphql';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { closuresDuring } from '../../centres/centres/centre.queries.ts';
import { isThereOn, placeOn } from '../../centres/centres/centre-terms.rules.ts';
import { isPartlyClosed } from '../../centres/centres/closed-time.rules.ts';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import type { Permission } from '../../permissions.ts';
import { occupancyDuring } from '../centre-day/centre-day.rules.ts';
import type { Context } from '../wing.ts';
import { freePlacesProblems } from './free-places.messages.ts';
import { isWanted, type SectionsWanted, sectionsWanted, staysIn } from './free-places.queries.ts';
import { isOpenThrough, overDays, type StretchOfDay, stretchesOf } from './free-places.rules.ts';
import { FreePlacesOrder, PlacesOnDay, SectionWithPlaces } from './section-with-places.ts';

const SectionWithPlacesConnection = countedConnectionOf('SectionWithPlaces', () => SectionWithPlaces);

@ArgsType()
class FreePlacesArguments extends PageArguments {
  @Field(() => DateTime, { description: 'Start of the stretch.' })
  from!: Date;

  @Field(() => DateTime, {
    description:
      'End of the stretch. On a later day, 13 days later at most, the same hours of each day from the first to the last are meant.',
  })
  to!: Date;

  @Field(() => Int, { nullable: true, description: 'Only sections that take a child of so many months.' })
  ageMonths?: number | null;

  @Field(() => ID, { nullable: true, description: 'Only centres in this district.' })
  districtId?: string | null;

  @Field(() => CareKind, {
    nullable: true,
    description: 'Only centres that offer this kind of care; for an emergency, places left to emergencies.',
  })
  careKind?: CareKind | null;

  @Field(() => FreePlacesOrder, {
    defaultValue: FreePlacesOrder.MOST_FREE_FIRST,
    description: 'How they are sorted.',
  })
  order!: FreePlacesOrder;
}

const stretchesAsked = ({ from, to }: FreePlacesArguments): StretchOfDay[] => {
  if (to <= from) throw badUserInput('to', inputMessages, 'ENDS_BEFORE_IT_STARTS');
  const stretches = stretchesOf(from, to);
  if ('problem' in stretches) throw badUserInput('to', freePlacesProblems, stretches.problem);
  return stretches;
};

/** The sections of a city are few, so they are sorted here. */
const sorted = (found: readonly SectionWithPlaces[], order: FreePlacesOrder): SectionWithPlaces[] =>
  order === 'BY_CENTRE'
    ? [...found]
    : found.toSorted(
        (one, other) => other.daysWithPlaces - one.daysWithPlaces || other.freePlaces - one.freePlaces,
      );

/** What is booked, and when it is closed, in the centres of the city on the days asked for: two statements for all. */
const factsOf = async (
  db: Database,
  sections: readonly SectionOfCentre[],
  stretches: readonly StretchOfDay[],
) => {
  const centreIds = [...new Set(sections.map(({ centre }) => centre.id))];
  const span = {
    startsAt: new Date(Math.min(...stretches.map(({ startsAt }) => startsAt.getTime()))),
    endsAt: new Date(Math.max(...stretches.map(({ endsAt }) => endsAt.getTime()))),
  };
  const [stays, closures] = [
    await staysIn(db, centreIds, span),
    await closuresDuring(db, centreIds, daysOf(stretches)),
  ];
  return {
    staysOf: byCentre(stays),
    closuresOf: byCentre(closures),
  };
};

const byCentre = <Each extends { readonly centreId: string }>(all: readonly Each[]) => {
  const lists = new Map<string, Each[]>();
  for (const each of all) {
    const list = lists.get(each.centreId);
    if (list) list.push(each);
    if (!list) lists.set(each.centreId, [each]);
  }
  return (centreId: string): readonly Each[] => lists.get(centreId) ?? [];
};

const CLOSED = { isOpen: false, freePlaces: 0, freeEmergencyPlaces: 0 };

type Facts = Awaited<ReturnType<typeof factsOf>>;

const placesOn = (
  place: SectionOfCentre,
  { day, ...stretch }: StretchOfDay,
  wanted: SectionsWanted,
  { staysOf, closuresOf }: Facts,
): PlacesOnDay => {
  const onDay = placeOn(place, day);
  const isOpen =
    isWanted(place, day, wanted) &&
    isThereOn(place.centre.terms, place.section.id, day) &&
    isOpenThrough(day, stretch, onDay.centre.openingHours) &&
    !isPartlyClosed(stretch, closuresOf(place.centre.id));
  if (!isOpen) return Object.assign(new PlacesOnDay(), { day, ...CLOSED });
  const stays = staysOf(place.centre.id).filter((stay) => overlap(stay, stretch));
  const { freePlaces, freeEmergencyPlaces } = occupancyDuring(stretch, { ...onDay, stays });
  return Object.assign(new PlacesOnDay(), { day, isOpen, freePlaces, freeEmergencyPlaces });
};

const foundFor = async (args: FreePlacesArguments, { db }: Context): Promise<SectionWithPlaces[]> => {
  const stretches = stretchesAsked(args);
  const { ageMonths = null, districtId = null, careKind = null } = args;
  const wanted = { ageMonths, districtId, careKind };
  const sections = await sectionsWanted(db, wanted);
  const facts = await factsOf(db, sections, stretches);
  const found = sections.map((place) => {
    const days = stretches.map((stretch) => placesOn(place, stretch, wanted, facts));
    const over = overDays(days, careKind === 'EMERGENCY');
    return Object.assign(new SectionWithPlaces(), { section: place.section, days, ...over });
  });
  return sorted(
    found.filter(({ daysWithPlaces }) => daysWithPlaces > 0),
    args.order,
  );
};

@Resolver()
export class FreePlacesResolver {
  @Authorized<Permission>('free-places:read')
  @Query(() => SectionWithPlacesConnection, {
    description:
      'The sections of the city with places all through a stretch of a day, or the same hours of several days, for no child in particular; for a child ask `careOptions`.',
  })
  async freePlaces(@Args(() => FreePlacesArguments) args: FreePlacesArguments, @Ctx() context: Context) {
    const [after] = decodeCursor(args.after, 1, ([id]) => isUuid(id)) ?? [];
    const rows = pageSizeOf(args) + 1;
    const found = await foundFor(args, context);
    const start = after ? found.findIndex(({ section }) => section.id === after) + 1 : 0;
    const page = pageOf(found.slice(start, start + rows), args, ({ section }) => [section.id]);
    return counted(page, () => Promise.resolve(found.length));
  }
}
