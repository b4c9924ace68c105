import { expect, it } from '@jest/globals';
import { type Day, freedPlace, lackOf, mapOf, openDays, roomOf, wantedVariables } from './places.rules.ts';

const square = {
  id: 'north',
  outline: {
    coordinates: [
      [
        [-1.6, 47.2],
        [-1.5, 47.2],
        [-1.5, 47.3],
        [-1.6, 47.2],
      ],
    ],
  },
};

it('lays the city on a sheet, north above, and says nothing of it while no border is known', () => {
  const centre = { id: 'c', position: { latitude: 47.3, longitude: -1.6 } };
  const map = mapOf([square, { id: 'unknown', outline: null }], [centre]);
  expect(map).toMatchObject({ width: 600, centres: [{ id: 'c', x: 12, y: 12 }] });
  expect(map?.height).toBeGreaterThan(800);
  expect(map?.districts[0]?.path).toMatch(/^M12 \d+L588 \d+L588 12L12 \d+Z$/);
  expect(map?.districts[1]?.path).toBe('');
  expect(mapOf([{ id: 'unknown', outline: null }], [centre])).toBeUndefined();
});

it('draws what lies on one spot, or is written short', () => {
  const spot = { id: 'spot', outline: { coordinates: [[[-1.5, 47.2], []]] } };
  expect(mapOf([{ ...spot, outline: { coordinates: [[[-1.5, 47.2]]] } }], [])?.height).toBe(24);
  expect(mapOf([spot], [])?.districts[0]?.path).toMatch(/^M/);
});

const day = (more: Partial<Day> = {}): Day => ({
  date: '2026-11-30',
  closureReason: null,
  peakChildren: 10,
  places: 20,
  openHours: 11,
  ...more,
});

it('says of a day whether there is room at its fullest moment', () => {
  expect(
    [
      day(),
      day({ peakChildren: 18 }),
      day({ peakChildren: 21 }),
      day({ places: 0 }),
      day({ openHours: 0 }),
    ].map(roomOf),
  ).toEqual(['free', 'tight', 'full', 'full', 'closed']);
});

it('leaves out the days on which every centre is closed', () => {
  const sunday = day({ date: '2026-12-06', openHours: 0 });
  expect(
    openDays([
      [day({ date: '2026-12-01' }), sunday],
      [day(), sunday],
    ]),
  ).toEqual(['2026-11-30', '2026-12-01']);
});

const half = (startsAt: string, endsAt: string, freePlaces: number, freeEmergencyPlaces = 0) => ({
  startsAt,
  endsAt,
  freePlaces,
  freeEmergencyPlaces,
});

it('asks whom a place would serve for half a year, or for the day, as long as the centre is open', () => {
  const hours = [
    half('2026-11-30T07:00:00Z', '2026-11-30T07:30:00Z', 1),
    half('2026-11-30T17:00:00Z', '2026-11-30T17:30:00Z', 1),
  ];
  expect(freedPlace('DAY', '2026-11-30', hours)).toEqual({
    stretch: { startsAt: '2026-11-30T07:00:00Z', endsAt: '2026-11-30T17:30:00Z' },
  });
  const week = freedPlace('WEEK', '2026-11-30', hours);
  expect(week).toMatchObject({ week: { firstDay: '2026-11-30', lastDay: '2027-05-31' } });
  expect(week?.week?.lines).toHaveLength(5);
  expect(week?.week?.lines[0]).toEqual({ weekday: 1, from: '08:00', to: '18:30' });
  expect(freedPlace('WEEK', '2026-11-30', [])).toBeUndefined();
});

it('asks for a day, hours in their order and an age in months', () => {
  const wanted = { day: '2026-12-01', from: '09:00', to: '12:00', age: '' };
  expect([
    lackOf(wanted),
    lackOf({ ...wanted, day: '' }),
    lackOf({ ...wanted, to: '09:00' }),
    lackOf({ ...wanted, age: ' 18 ' }),
    lackOf({ ...wanted, age: 'deux ans' }),
  ]).toEqual([undefined, 'DAY', 'HOURS', undefined, 'AGE']);
  expect(wantedVariables(wanted, undefined, undefined)).toEqual({
    from: '2026-12-01T08:00:00.000Z',
    to: '2026-12-01T11:00:00.000Z',
  });
  expect(wantedVariables({ ...wanted, from: '', to: '', age: '18' }, 'd', 'c')).toEqual({
    from: '2026-11-30T23:00:00.000Z',
    to: '2026-11-30T23:00:00.000Z',
    ageMonths: 18,
    districtId: 'd',
    after: 'c',
  });
});
