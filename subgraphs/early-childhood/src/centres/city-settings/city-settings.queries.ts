import type { Database } from '@relais/platform/database/database.ts';
import { rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Settings, standing, usualSettings } from './city-settings.rules.ts';
import { CitySettings } from './city-settings.ts';

const bands = z.array(z.strictObject({ days: z.int(), value: z.number() }));
const weight = z.int();
const settings = z.strictObject({
  weights: z.strictObject({
    ...{
      milestone: weight,
      incomeSupport: weight,
      loneParent: weight,
      firstDay: weight,
      waitingTime: weight,
    },
  }),
  milestoneBands: bands,
  firstDayBands: bands,
  waitingBands: bands,
  emergencyNoticeHours: z.int(),
}) satisfies z.ZodType<Settings>;

/** SQL: the settings of the day `$1`; nothing where the city has decided none. By number, not by day: what takes a decision back may begin after one that was decided since. */
export const SETTINGS_ON = `(
  select city_settings.settings from city_settings where valid_from <= $1::date order by number desc limit 1)`;

/** How a column with `SETTINGS_ON` is read. */
export const settingsOfRow = settings.nullable().transform((held): Settings => held ?? usualSettings);

const SettingsRow = rowOf({ settings: [SETTINGS_ON, settingsOfRow] });

/** What holds in the city on a day: the one place that says it. */
export const settingsOn = async (db: Database, day: Temporal.PlainDate): Promise<Settings> => {
  const [row] = await rowsOf(db, SettingsRow, `select ${SettingsRow.columns}`, [day.toString()]);
  return row?.settings ?? usualSettings;
};

const asDecided = (all: readonly CitySettings[], on: Temporal.PlainDate): CitySettings | undefined =>
  all.find(({ validFrom }) => validFrom && validFrom.toString() <= on.toString());

const UNDECIDED = {
  ...{ number: 0, validFrom: null, reason: null, saidAt: null, saidBy: null, withdraws: null },
};

/** Every decision, and what took one back, the last one first. */
export const decisions = (db: Database): Promise<CitySettings[]> =>
  db.find(CitySettings, { order: { number: 'DESC' } });

/** The decision that holds on a day, as it is shown. */
export const decisionOn = async (db: Database, day: Temporal.PlainDate): Promise<CitySettings> =>
  asDecided(standing(await decisions(db)), day) ??
  Object.assign(new CitySettings(), { ...UNDECIDED, settings: usualSettings });
