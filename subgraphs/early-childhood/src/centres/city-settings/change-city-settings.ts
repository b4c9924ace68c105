import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { saidOr, wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { dayText } from '@relais/platform/time/time-texts.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { decisionOn, decisions } from './city-settings.queries.ts';
import { citySettingsReasons } from './city-settings.reasons.ts';
import { type Settings, settingsProblem, standing, usualSettings } from './city-settings.rules.ts';
import { CitySettings } from './city-settings.ts';

@InputType({ description: 'What each criterion of priority can contribute; all together 100.' })
export class PriorityWeightsInput {
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

@InputType({ description: 'How much of a weight counts within so many days, or from so many days on.' })
export class PriorityBandInput {
  @Field(() => Int, { description: 'Days, 0 to 1,000.' })
  days!: number;

  @Field(() => Float, { description: 'Share of the weight, in tenths, 0.1 to 1.' })
  value!: number;
}

@InputType({ description: 'What the city decides anew from a day on; what is absent stays.' })
export class ChangeCitySettingsInput {
  @Field(() => Int, {
    description:
      'The version of the last decision, or of what took one back, when it was read; 0 while there is none.',
  })
  version!: number;

  @Field(() => CivilDate, { description: 'The first day, today at the earliest.' })
  from!: Temporal.PlainDate;

  @Field(() => String, { description: 'Why, for example the vote it follows.' })
  reason!: string;

  @Field(() => PriorityWeightsInput, { nullable: true, description: 'The weights of priority, all of them.' })
  weights?: PriorityWeightsInput | null;

  @Field(() => [PriorityBandInput], {
    nullable: true,
    description: 'Days until the next step of the job search, at most, nearest first.',
  })
  milestoneBands?: PriorityBandInput[] | null;

  @Field(() => [PriorityBandInput], {
    nullable: true,
    description: 'Days until care is needed, at most, nearest first.',
  })
  firstDayBands?: PriorityBandInput[] | null;

  @Field(() => [PriorityBandInput], {
    nullable: true,
    description: 'Days that the request has waited, at least, longest first.',
  })
  waitingBands?: PriorityBandInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Care that begins within so many hours is an emergency, 0 to 168.',
  })
  emergencyNoticeHours?: number | null;
}

@ObjectType({ description: 'What the city decided, or why it cannot be.' })
export class ChangeCitySettingsPayload extends payloadOf(
  'ChangeCitySettings',
  citySettingsReasons,
  'Why nothing was decided; absent when it was.',
) {
  @Field(() => CitySettings, {
    nullable: true,
    description: 'What holds from that day; absent when refused.',
  })
  citySettings?: CitySettings;
}

const bandsOf = (bands: readonly PriorityBandInput[] | null | undefined) =>
  bands?.map(({ days, value }) => ({ days, value }));

const saidOf = (held: Settings, said: ChangeCitySettingsInput): Settings => ({
  weights: said.weights ? { ...said.weights } : held.weights,
  milestoneBands: saidOr(held.milestoneBands, bandsOf(said.milestoneBands)),
  firstDayBands: saidOr(held.firstDayBands, bandsOf(said.firstDayBands)),
  waitingBands: saidOr(held.waitingBands, bandsOf(said.waitingBands)),
  emergencyNoticeHours: said.emergencyNoticeHours ?? held.emergencyNoticeHours,
});

/** Decides what holds from a day on. What was judged and decided before keeps what held then. */
export const changeCitySettings = async (
  tx: Transaction,
  input: ChangeCitySettingsInput,
  { user, now }: Acting,
): Promise<{ readonly citySettings: CitySettings } | Refused<Word<typeof citySettingsReasons>>> => {
  await tx.query('lock table city_settings in share row exclusive mode');
  const all = await decisions(tx);
  if ((all[0]?.number ?? 0) !== input.version) return { refusal: 'STALE_VERSION' };
  const [last] = standing(all);
  const held = last?.settings ?? usualSettings;
  const settings = saidOf(held, input);
  const lastFrom = last?.validFrom ?? null;
  const refusal = settingsProblem(settings, { ...input, lastFrom }, dayOf(now));
  if (refusal)
    return { refusal, details: (language) => ({ day: lastFrom ? dayText(language, lastFrom) : '' }) };
  if (!wouldChange(held, settings)) return { citySettings: last ?? (await decisionOn(tx, input.from)) };

  const decided = tx.create(CitySettings, {
    number: input.version + 1,
    validFrom: input.from,
    settings,
    reason: input.reason.trim(),
    saidAt: now,
    saidBy: user.sub,
    withdraws: null,
  });
  await tx.insert(CitySettings, decided);
  return { citySettings: decided };
};
