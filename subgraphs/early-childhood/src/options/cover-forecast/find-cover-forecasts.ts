import type { Database } from '@relais/platform/database/database.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { settingsOn } from '../../centres/city-settings/city-settings.queries.ts';
import type { Settings } from '../../centres/city-settings/city-settings.rules.ts';
import { needOfGap } from '../care-options/care-fit.rules.ts';
import { findCareOptions } from '../care-options/find-care-options.ts';
import type { CareNeed } from '../care-options/option-facts.ts';
import { coversThatWouldBe, type ForecastAsked, type ForecastRow } from './cover-forecast.queries.ts';
import type { ChildHours } from './cover-forecast.rules.ts';

type Child = ForecastRow['children'][number];
/** A child with the stretches that could be booked for it somewhere. */
export type ForecastChild = Omit<Child, 'gaps'> & ChildHours;
export type FoundForecast = Omit<ForecastRow, 'children'> & { readonly children: readonly ForecastChild[] };

type Missing = { readonly child: Child; readonly need: CareNeed };

const missingOf = ({ familyId, children }: ForecastRow, now: Date, settings: Settings): Missing[] =>
  children.flatMap((child) =>
    child.gaps.flatMap((gap) => {
      const need = needOfGap({ ...gap, childId: child.childId, familyId }, now, settings);
      return need ? [{ child, need }] : [];
    }),
  );

/** For any number of times in as many statements as for one: the cover, then the options of all that is missing. */
export const findCoverForecasts = async (
  db: Database,
  asked: readonly ForecastAsked[],
  now: Date,
): Promise<(FoundForecast | null)[]> => {
  const covers = await coversThatWouldBe(db, asked);
  const settings = await settingsOn(db, dayOf(now));
  const missing = covers.flatMap((cover) => (cover ? missingOf(cover, now, settings) : []));
  const found = await findCareOptions(
    db,
    missing.map(({ need }) => need),
    now,
  );
  const offered = new Map<Child, Period[]>();
  for (const [index, { child }] of missing.entries()) {
    const stretches = found[index]?.options.map(({ stretch }) => stretch) ?? [];
    offered.set(child, [...(offered.get(child) ?? []), ...stretches]);
  }
  return covers.map(
    (cover) =>
      cover && {
        ...cover,
        children: cover.children.map((child) => ({ ...child, offered: offered.get(child) ?? [] })),
      },
  );
};
