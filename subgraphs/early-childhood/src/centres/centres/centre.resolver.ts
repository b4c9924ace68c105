import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import { District } from '../districts/district.ts';
import type { Context } from '../wing.ts';
import { centresOf } from './centre.queries.ts';
import { Centre } from './centre.ts';
import { isThereOn } from './centre-terms.rules.ts';
import { CentreToCome, centresToCome } from './centre-to-come.ts';
import { Closure } from './closure.ts';
import { Section } from './section.ts';

@Resolver(() => Centre)
export class CentreResolver {
  @Authorized<Permission>('centre:read')
  @ListSize(40)
  @Query(() => [Centre], { description: 'The centres of the city or of one district, by name.' })
  centres(
    @Ctx() { db }: Context,
    @Arg('districtId', () => ID, { nullable: true, description: 'Only those of this district.' })
    districtId?: string | null,
  ): Promise<Centre[]> {
    return centresOf(db, districtId ?? null);
  }

  @Authorized<Permission>('centre:read')
  @Query(() => Centre, { nullable: true, description: 'One centre; absent when there is none of this id.' })
  centre(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Centre | null> {
    return loaders.centres.load(id);
  }

  @FieldResolver(() => District, { description: 'The district it stands in.' })
  district(@Root() centre: Centre, @Ctx() { loaders }: Context): Promise<District | null> {
    return loaders.districts.load(centre.districtId);
  }

  @ListSize(3)
  @FieldResolver(() => [Section], { description: 'Its age groups of today, youngest first.' })
  async sections(@Root() centre: Centre, @Ctx() { loaders, now }: Context): Promise<Section[]> {
    const sections = await loaders.sectionsOfCentre.load(centre.id);
    return sections.filter(({ id }) => isThereOn(centre.terms, id, dayOf(now)));
  }

  @ListSize(1)
  @FieldResolver(() => [CentreToCome], {
    description: 'What is decided to change, each from a day after today, first to last.',
  })
  toCome(@Root() centre: Centre, @Ctx() { now }: Context): CentreToCome[] {
    return centresToCome(centre, dayOf(now));
  }

  @ListSize(10)
  @FieldResolver(() => [Closure], { description: 'Its closures that touch these days.' })
  closures(
    @Root() centre: Centre,
    @Arg('from', () => CivilDate, { description: 'First day.' }) from: Temporal.PlainDate,
    @Arg('to', () => CivilDate, { description: 'Last day.' }) to: Temporal.PlainDate,
    @Ctx() { loaders }: Context,
  ): Promise<Closure[]> {
    return loaders.closuresOfCentre(centre.id, { startsOn: from, endsOn: to });
  }
}
