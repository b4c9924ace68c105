import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';

type Service = { readonly servedFrom: Temporal.PlainDate };

/** Whether the families of a district are served on a day: they are where nobody said from when. */
export const isServedOn = (service: Service | null, day: Temporal.PlainDate): boolean =>
  service === null || !isBefore(day, service.servedFrom);
