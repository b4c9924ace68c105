import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { dayText } from '@relais/platform/time/time-texts.ts';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { decisions } from './city-settings.queries.ts';
import { withdrawSettingsReasons } from './city-settings.reasons.ts';
import { standing, usualSettings, withdrawalProblem } from './city-settings.rules.ts';
import { CitySettings } from './city-settings.ts';

@InputType({ description: 'The last decision, which is taken back before it begins.' })
export class WithdrawCitySettingsInput {
  @Field(() => Int, { description: 'The version of the last decision when it was read.' })
  version!: number;

  @Field(() => String, { description: 'Why it is taken back.' })
  reason!: string;
}

@ObjectType({ description: 'What was taken back, or why it stands.' })
export class WithdrawCitySettingsPayload extends payloadOf(
  'WithdrawCitySettings',
  withdrawSettingsReasons,
  'Why nothing was taken back; absent when it was.',
) {
  @Field(() => CitySettings, {
    nullable: true,
    description: 'What holds from that day instead: what held before. Absent when refused.',
  })
  citySettings?: CitySettings;
}

/** Takes the last decision back that has not begun. Each says all of it, so one before the last is not taken out from under it. */
export const withdrawCitySettings = async (
  tx: Transaction,
  input: WithdrawCitySettingsInput,
  { user, now }: Acting,
): Promise<{ readonly citySettings: CitySettings } | Refused<Word<typeof withdrawSettingsReasons>>> => {
  await tx.query('lock table city_settings in share row exclusive mode');
  const all = await decisions(tx);
  const number = all[0]?.number ?? 0;
  if (number !== input.version) return { refusal: 'STALE_VERSION' };
  const [last, before] = standing(all);
  const from = last?.validFrom ?? null;
  const refusal = withdrawalProblem(from, input.reason, dayOf(now));
  if (refusal || !last || !from)
    return {
      refusal: refusal ?? 'NOTHING_TO_WITHDRAW',
      details: (language) => ({ day: from ? dayText(language, from) : '' }),
    };

  const withdrawn = tx.create(CitySettings, {
    number: number + 1,
    validFrom: from,
    settings: before?.settings ?? usualSettings,
    reason: input.reason.trim(),
    saidAt: now,
    saidBy: user.sub,
    withdraws: last.number,
  });
  await tx.insert(CitySettings, withdrawn);
  return { citySettings: withdrawn };
};
