import { inMutation } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { Area, areaOf } from './area.ts';
import { allDistricts, districtsServedOn } from './district.queries.ts';
import { District } from './district.ts';
import { DistrictService } from './district-service.ts';
import { ServeDistrictInput, ServeDistrictPayload, serveDistrict } from './serve-district.ts';

@Resolver(() => District)
export class DistrictResolver {
  @Authorized<Permission>('centre:read')
  @ListSize(12)
  @Query(() => [District], { description: 'The 11 districts of Nantes, by number.' })
  districts(
    @Arg('servedOn', () => CivilDate, {
      nullable: true,
      description: 'Only those whose families are served on this day.',
    })
    servedOn: Temporal.PlainDate | null | undefined,
    @Ctx() { db }: Context,
  ): Promise<District[]> {
    return servedOn ? districtsServedOn(db, servedOn) : allDistricts(db);
  }

  @Authorized<Permission>('centre:read')
  @Query(() => District, {
    nullable: true,
    description: 'One district; absent when there is none of this id.',
  })
  district(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<District | null> {
    return loaders.districts.load(id);
  }

  @Authorized<Permission>('centre:write')
  @Mutation(() => ServeDistrictPayload, {
    description:
      'Says from when the families of a district are served. Before that day their requests are refused with `NOT_SERVED_YET`; what they asked for before stays.',
  })
  async serveDistrict(
    @Arg('input', () => ServeDistrictInput, {
      description: 'The district, from when, and who serves them until then.',
    })
    input: ServeDistrictInput,
    @Ctx() context: Context,
  ): Promise<ServeDistrictPayload> {
    return ServeDistrictPayload.of(
      await inMutation(context, (tx, acting) => serveDistrict(tx, input, acting)),
    );
  }

  @FieldResolver(() => DistrictService, {
    nullable: true,
    description: 'From when its families are served; absent where they always were.',
  })
  service(@Root() { id }: District, @Ctx() { loaders }: Context): Promise<DistrictService | null> {
    return loaders.serviceOfDistrict.load(id);
  }

  @FieldResolver(() => Area, {
    nullable: true,
    description: 'Its border, some 3 kB; absent where it is not known.',
  })
  async outline(@Root() { id }: District, @Ctx() { loaders }: Context): Promise<Area | null> {
    const found = await loaders.outlineOfDistrict.load(id);
    return found && areaOf(found.outline);
  }
}
