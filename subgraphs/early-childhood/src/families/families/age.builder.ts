import { Temporal } from 'temporal-polyfill';
import type { CountedAge } from './age.rules.ts';

export const bornOn = (day: string): { readonly age: CountedAge } => ({
  age: { since: Temporal.PlainDate.from(day), isExpected: false },
});

export const expectedOn = (day: string): { readonly age: CountedAge } => ({
  age: { since: Temporal.PlainDate.from(day), isExpected: true },
});
