import { inMutation } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import {
  ChangeCitySettingsInput,
  ChangeCitySettingsPayload,
  changeCitySettings,
} from './change-city-settings.ts';
import { decisionOn, decisions } from './city-settings.queries.ts';
import { CitySettings } from './city-settings.ts';
import {
  WithdrawCitySettingsInput,
  WithdrawCitySettingsPayload,
  withdrawCitySettings,
} from './withdraw-city-settings.ts';

@Resolver()
export class CitySettingsResolver {
  @Authorized<Permission>('city-settings:read')
  @Query(() => CitySettings, {
    description: 'What the city decided for all of its families, as it holds on a day.',
  })
  citySettings(
    @Ctx() { db, now }: Context,
    @Arg('on', () => CivilDate, { nullable: true, description: 'The day; today unless given.' })
    on?: Temporal.PlainDate | null,
  ): Promise<CitySettings> {
    return decisionOn(db, on ?? dayOf(now));
  }

  @Authorized<Permission>('city-settings:read')
  @ListSize(10)
  @Query(() => [CitySettings], {
    description: 'Every decision with who, when and why, and what took one back, the last one first.',
  })
  citySettingsHistory(@Ctx() { db }: Context): Promise<CitySettings[]> {
    return decisions(db);
  }

  @Authorized<Permission>('city-settings:write')
  @Mutation(() => ChangeCitySettingsPayload, {
    description:
      'Decides weights and bands of priority, or the notice of emergencies, from a day on. By an administrator of the service point. What was judged and decided before keeps what held then.',
  })
  async changeCitySettings(
    @Arg('input', () => ChangeCitySettingsInput, { description: 'What changes, from when and why.' })
    input: ChangeCitySettingsInput,
    @Ctx() context: Context,
  ): Promise<ChangeCitySettingsPayload> {
    return ChangeCitySettingsPayload.of(
      await inMutation(context, (tx, acting) => changeCitySettings(tx, input, acting)),
    );
  }
  @Authorized<Permission>('city-settings:write')
  @Mutation(() => WithdrawCitySettingsPayload, {
    description:
      'Takes the last decision back, until it begins: what held before goes on. By an administrator of the service point. Both stay in the history.',
  })
  async withdrawCitySettings(
    @Arg('input', () => WithdrawCitySettingsInput, { description: 'Which decision, and why.' })
    input: WithdrawCitySettingsInput,
    @Ctx() context: Context,
  ): Promise<WithdrawCitySettingsPayload> {
    return WithdrawCitySettingsPayload.of(
      await inMutation(context, (tx, acting) => withdrawCitySettings(tx, input, acting)),
    );
  }
}
