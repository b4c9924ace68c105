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
import { dayOf, timeOf } from '@relais/platform/time/civil-time.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { Args, ArgsType, Authorized, Ctx, Field, ID, Int, Query, Resolver } from 'type-graphql';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { placeOn } from '../../centres/centres/centre-terms.rules.ts';
import type { SectionOfCentre } from '../../centres/centres/section.ts';
import type { Permission } from '../../permissions.ts';
import { occupancyDuring } from '../centre-day/centre-day.rules.ts';
import type { Context } from '../wing.ts';
import { freePlacesProblems } from './free-places.messages.ts';
import { sectionsWanted, staysIn } from './free-places.queries.ts';
import { hasPlace, isOpenThrough } from './free-places.rules.ts';
import { FreePlacesOrder, SectionWithPlaces } from './section-with-places.ts';

const SectionWithPlacesConnection = countedConnectionOf('SectionWithPlaces', () => SectionWithPlaces);

@ArgsType()
class FreePlacesArguments extends PageArguments {
  @Field(() => DateTime, { description: 'Start of the stretch.' })
  from!: Date;

  @Field(() => DateTime, { description: 'End of the stretch, on the same day.' })
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

const stretchOf = ({ from, to }: FreePlacesArguments): Period & { readonly day: Temporal.PlainDate } => {
  if (to <= from) throw badUserInput('to', inputMessages, 'ENDS_BEFORE_IT_STARTS');
  const day = dayOf(from);
  const last = dayOf(new Date(to.getTime() - 1));
  if (!day.equals(last)) throw badUserInput('to', freePlacesProblems, 'NOT_WITHIN_A_DAY');
  return { day, startsAt: from, endsAt: to };
};

type Found = SectionWithPlaces & { readonly centre: SectionOfCentre['centre'] };

/** The sections of a city are few, so they are sorted here. */
const sorted = (found: readonly Found[], order: FreePlacesOrder): Found[] =>
  order === 'BY_CENTRE' ? [...found] : found.toSorted((one, other) => other.freePlaces - one.freePlaces);

const foundFor = async (args: FreePlacesArguments, { db }: Context): Promise<Found[]> => {
  const { day, ...stretch } = stretchOf(args);
  const { ageMonths = null, districtId = null, careKind = null } = args;
  const sections = await sectionsWanted(db, {
    ...{
      day: day.toString(),
      from: timeOf(stretch.startsAt).toString(),
      to: timeOf(stretch.endsAt).toString(),
    },
    ...{ ageMonths, districtId, careKind },
  });
  const open = sections.filter((place) =>
    isOpenThrough(day, stretch, placeOn(place, day).centre.openingHours),
  );
  const stays = await staysIn(db, [...new Set(open.map(({ centre }) => centre.id))], stretch);
  const found = open.map(({ section, centre }): Found => {
    const inCentre = stays.filter(({ centreId }) => centreId === centre.id);
    const { freePlaces, freeEmergencyPlaces } = occupancyDuring(stretch, {
      ...placeOn({ section, centre }, day),
      stays: inCentre,
    });
    return Object.assign(new SectionWithPlaces(), { section, centre, freePlaces, freeEmergencyPlaces });
  });
  return sorted(
    found.filter((each) => hasPlace(each, careKind === 'EMERGENCY')),
    args.order,
  );
};

@Resolver()
export class FreePlacesResolver {
  @Authorized<Permission>('free-places:read')
  @Query(() => SectionWithPlacesConnection, {
    description:
      'The sections of the city with places all through a stretch of one day, for no child in particular; for a child ask `careOptions`.',
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
