import { expect, it } from '@jest/globals';
import { shownTable } from '@relais/platform/statistics/figures.rules.ts';
import type { CareRow } from './impact-figures.queries.ts';
import { careTable, emergencyTable, medianOf } from './impact-figures.rules.ts';

const districts = [{ districtId: 'north' }, { districtId: 'south' }, { districtId: null }];

const row = (districtId: string | null, registered: number, served: number, longTerm: number): CareRow => ({
  ...{ districtId, registered, served, stabilised: longTerm },
  ...{ LONG_TERM: longTerm, SHORT_TERM: 0, FLEXIBLE: 0, EMERGENCY: 0 },
});

it('shows a part only where what it is part of is shown, and counts those who live nowhere with the city', () => {
  const figures = shownTable(
    careTable([row('north', 30, 20, 10), row('south', 40, 30, 15), row(null, 20, 10, 5)], districts),
  );
  expect(figures.served.areas.get('north')).toBe(20);
  expect(figures.served.city).toBe(60);
  expect(figures.LONG_TERM.city).toBe(30);
  expect([figures.SHORT_TERM.city, figures.SHORT_TERM.areas.get('north')]).toEqual([null, null]);
});

it('withholds a district more when few live nowhere, since only they would be left over', () => {
  const figures = shownTable(
    careTable([row('north', 30, 20, 10), row('south', 60, 30, 15), row(null, 20, 2, 1)], districts),
  );
  expect(figures.served.city).toBe(52);
  expect([figures.served.areas.get('north'), figures.served.areas.get('south')]).toEqual([null, 30]);
});

it('gives the median of the city or of a district, in whole minutes, or none', () => {
  const north = { districtId: 'north', isCity: false, bookings: 9, families: 9, medianNoticeMinutes: 90.4 };
  const city = { districtId: null, isCity: true, bookings: 9, families: 9, medianNoticeMinutes: 60 };
  const rows = [north, city];
  expect(shownTable(emergencyTable(rows, districts)).bookings.city).toBe(9);
  expect([medianOf(rows, 'north'), medianOf(rows, null), medianOf(rows, 'south')]).toEqual([90, 60, null]);
});
