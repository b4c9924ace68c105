import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import { type DayStay, isToBeReceived, occupancyDuring, openHalfHours } from './centre-day.rules.ts';

const tuesday = Temporal.PlainDate.from('2026-03-03');
const nine = { startsAt: new Date('2026-03-03T08:00:00Z'), endsAt: new Date('2026-03-03T08:30:00Z') };
const section = { id: 'grands', places: 2 };
const centre = { authorisedPlaces: 10 };

const stay = (facts: Partial<DayStay> = {}): DayStay => ({
  ...nine,
  sectionId: 'grands',
  childId: 'tom',
  kind: 'SHORT_TERM',
  status: 'CONFIRMED',
  ...facts,
});
const many = (count: number, facts: Partial<DayStay> = {}): DayStay[] =>
  Array.from({ length: count }, () => stay(facts));

describe('the half-hours of a day', () => {
  it('are those the centre is open, in order, in local time', () => {
    const hours = [...onWorkingDays('13:00', '14:00'), ...onWorkingDays('09:00', '09:30')];

    expect(openHalfHours(tuesday, hours).map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2026-03-03T08:00:00.000Z',
      '2026-03-03T12:00:00.000Z',
      '2026-03-03T12:30:00.000Z',
    ]);
  });

  it('are those that can be booked whole, and none on a Sunday', () => {
    expect(openHalfHours(tuesday, onWorkingDays('08:45', '09:45'))).toEqual([nine]);
    expect(openHalfHours(tuesday, onWorkingDays('08:45', '09:00'))).toEqual([]);
    expect(openHalfHours(tuesday.add({ days: 5 }), onWorkingDays('09:00', '10:00'))).toEqual([]);
  });

  it('are as many as the clock leaves on the day it is set forward', () => {
    const sundayNight = onWorkingDays('01:00', '04:00').map((line) => ({
      ...line,
      weekday: line.weekday + 6,
    }));

    expect(openHalfHours(Temporal.PlainDate.from('2026-03-29'), sundayNight)).toHaveLength(4);
  });
});

describe('half an hour of a section', () => {
  const during = (stays: readonly DayStay[], facts = { section, centre }) =>
    occupancyDuring(nine, { ...facts, stays });

  it('is free as far as its places go; emergencies may take 115 % of the centre', () => {
    expect(during([])).toEqual({ expectedChildren: 0, freePlaces: 2, freeEmergencyPlaces: 11 });
  });

  it('counts who is expected or came; a held or absent child keeps its place', () => {
    const stays = [stay(), stay({ status: 'HELD' })];
    const others = [stay({ status: 'ATTENDED' }), stay({ status: 'ABSENT' })];

    expect(during(stays)).toEqual({ expectedChildren: 1, freePlaces: 0, freeEmergencyPlaces: 9 });
    expect(during(others)).toEqual({ expectedChildren: 1, freePlaces: 0, freeEmergencyPlaces: 9 });
  });

  it('counts nobody who leaves when it starts or arrives when it ends', () => {
    const earlier = stay({ startsAt: new Date('2026-03-03T07:30:00Z'), endsAt: nine.startsAt });
    const later = stay({ startsAt: nine.endsAt, endsAt: new Date('2026-03-03T09:00:00Z') });

    expect(during([earlier, later])).toMatchObject({ expectedChildren: 0, freePlaces: 2 });
  });

  it('is bound by the places of the centre, and by 115 % of them', () => {
    const elsewhere = { sectionId: 'petits' };

    expect(during(many(9, elsewhere))).toMatchObject({ freePlaces: 1, freeEmergencyPlaces: 2 });
    expect(during(many(11, { ...elsewhere, kind: 'EMERGENCY' }))).toMatchObject({
      freePlaces: 0,
      freeEmergencyPlaces: 0,
    });
  });

  it('takes an emergency beyond its own places', () => {
    const stays = [...many(2), stay({ kind: 'EMERGENCY' })];

    expect(during(stays)).toEqual({ expectedChildren: 3, freePlaces: 0, freeEmergencyPlaces: 8 });
  });

  it('is never less than empty, even where places were reduced since', () => {
    const reduced = { section: { ...section, places: 1 }, centre: { authorisedPlaces: 1 } };

    expect(during(many(3), reduced)).toMatchObject({ freePlaces: 0, freeEmergencyPlaces: 0 });
  });
});

describe('who is received', () => {
  it('is nobody for whom a place is only held', () => {
    expect(isToBeReceived({ status: 'HELD' })).toBe(false);
    expect(isToBeReceived({ status: 'ABSENT' })).toBe(true);
  });
});
