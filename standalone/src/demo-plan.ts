import { existsSync } from 'node:fs';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { keptRecord } from './data-folder.ts';
import type { DemoPlan } from './demo/plant-demo-city.ts';
import { textOf } from './kept-file.ts';

export const PLAN_FILE = 'demo-city.json';

const planned = z.object({ seed: z.number().int(), madeOn: z.iso.date() });

const written = ({ seed, today }: DemoPlan) => ({ seed, madeOn: today.toString() });

/** Kept before anything is planted, so that a start cut short goes on with the same city. */
export const planIn = async (dataDir: string, wanted: DemoPlan): Promise<DemoPlan> => {
  const make = () => written(wanted);
  const plan = await keptRecord(dataDir, {
    file: PLAN_FILE,
    shape: planned,
    make,
    remedy: `Start over with "npm run reset", or write into it the day on which this city was made: ${JSON.stringify(make())}.`,
  });
  return { seed: plan.seed, today: Temporal.PlainDate.from(plan.madeOn) };
};

/**
 * The files of a cluster that holds the city which this data folder is to have, if such were prepared
 * (`prepare.ts`): for this code, which the folder they lie in stands for, this seed and this day.
 */
export const preparedFor = async (
  dataDir: string,
  wanted: DemoPlan,
  prepared = process.env.RELAIS_PREPARED,
): Promise<string | undefined> => {
  if (!prepared || !existsSync(prepared)) return undefined;
  const plan = (await textOf(path.join(dataDir, PLAN_FILE))) ?? JSON.stringify(written(wanted));
  const made = await textOf(path.join(prepared, PLAN_FILE)).catch(() => undefined);
  return made === plan ? path.join(prepared, 'cluster') : undefined;
};
