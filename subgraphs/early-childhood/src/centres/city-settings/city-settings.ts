import { civilDate } from '@relais/platform/database/columns.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Band, Settings, Weights } from './city-settings.rules.ts';

@ObjectType({ description: 'What each criterion of priority can contribute; all together 100.' })
export class PriorityWeights implements Weights {
  @Field(() => Int, { description: 'A step of the job search within days.' })
  milestone!: number;

  @Field(() => Int, { description: 'The family receives income support.' })
  incomeSupport!: number;

  @Field(() => Int, { description: 'One parent brings the children up alone.' })
  loneParent!: number;

  @Field(() => Int, { description: 'How soon care is needed.' })
  firstDay!: number;

  @Field(() => Int, { description: 'How long the request has waited.' })
  waitingTime!: number;
}

@ObjectType({ description: 'How much of a weight counts within so many days, or from so many days on.' })
export class PriorityBand implements Band {
  @Field(() => Int, { description: 'Days.' })
  days!: number;

  @Field(() => Float, { description: 'Share of the weight, in tenths, 0.1 to 1.' })
  value!: number;
}

@ObjectType({
  description: 'What the city decided for all of its families, from a day on until the next decision.',
})
@Entity('city_settings')
@Check('city_settings_are_counted', 'number > 0')
@Check('city_settings_withdraw_earlier_ones', 'withdraws < number')
@Unique('city_settings_withdrawn_once', ['withdraws'])
export class CitySettings {
  /** Counts the decisions; each says all of it. */
  @Field(() => Int, { name: 'version', description: 'Rises with every decision; 0 while there is none.' })
  @PrimaryColumn('integer')
  number!: number;

  @Field(() => CivilDate, {
    name: 'from',
    nullable: true,
    description: 'The first day on which it holds; absent for what holds in a city that has decided nothing.',
  })
  @Column({ ...civilDate, name: 'valid_from' })
  validFrom!: Temporal.PlainDate | null;

  @Column('jsonb')
  settings!: Settings;

  @Field(() => String, { nullable: true, description: 'Why, for example the vote it follows.' })
  @Column('text')
  reason!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was decided here.' })
  @Column('timestamptz', { name: 'said_at' })
  saidAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'By whom, as the sign-in.' })
  @Column('text', { name: 'said_by' })
  saidBy!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version of the decision that it takes back, which never held: what held before goes on. Absent for a decision.',
  })
  @ForeignKey(() => CitySettings, { name: 'city_settings_withdraw_what_was_decided' })
  @Column('integer', { nullable: true })
  withdraws!: number | null;

  @Field(() => PriorityWeights, { description: 'What each criterion of priority can contribute.' })
  get weights(): PriorityWeights {
    return this.settings.weights;
  }

  @ListSize(3)
  @Field(() => [PriorityBand], { description: 'Days until the next step of the job search, at most.' })
  get milestoneBands(): readonly PriorityBand[] {
    return this.settings.milestoneBands;
  }

  @ListSize(2)
  @Field(() => [PriorityBand], { description: 'Days until care is needed, at most.' })
  get firstDayBands(): readonly PriorityBand[] {
    return this.settings.firstDayBands;
  }

  @ListSize(5)
  @Field(() => [PriorityBand], { description: 'Days that the request has waited, at least.' })
  get waitingBands(): readonly PriorityBand[] {
    return this.settings.waitingBands;
  }

  @Field(() => Int, {
    description:
      'Care that begins within so many hours could not be foreseen: what a milestone lacks then is shown and booked as an emergency. Whoever names care an emergency that begins later, in a booking, a move, a backup or a request, is asked whether it is one (`FORESEEN`).',
  })
  get emergencyNoticeHours(): number {
    return this.settings.emergencyNoticeHours;
  }
}
