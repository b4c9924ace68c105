import type { Days } from '@relais/platform/time/days.rules.ts';
import { Temporal } from 'temporal-polyfill';

const days = (startsOn: string, endsOn: string): Days => ({
  startsOn: Temporal.PlainDate.from(startsOn),
  endsOn: Temporal.PlainDate.from(endsOn),
});

/**
 * School terms of Nantes (zone B), from the ministry's orders on the school calendar for 2025-2026 and 2026-2027; the
 * bridge after Ascension is left out. Typed in from common knowledge: compare with the orders before relying on it.
 */
export const nantesTerms: readonly Days[] = [
  days('2025-09-01', '2025-10-17'),
  days('2025-11-03', '2025-12-19'),
  days('2026-01-05', '2026-02-13'),
  days('2026-03-02', '2026-04-10'),
  days('2026-04-27', '2026-05-13'),
  days('2026-05-18', '2026-07-03'),
  days('2026-09-01', '2026-10-16'),
  days('2026-11-02', '2026-12-18'),
  days('2027-01-04', '2027-02-19'),
  days('2027-03-08', '2027-04-16'),
  days('2027-05-03', '2027-05-05'),
  days('2027-05-10', '2027-07-02'),
];
