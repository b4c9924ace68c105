import { readDay } from '@relais/platform/time/calendar.ts';
import type { Temporal } from 'temporal-polyfill';

const WRITTEN_DAY = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/;

/** A day as it is written in France, 05/03/2024, or as programs write it. */
export const dayWritten = (written: string): Temporal.PlainDate | null => {
  const [, day = '', month = '', year = ''] = WRITTEN_DAY.exec(written) ?? [];
  return readDay(year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : written);
};
