import { describe, expect, it } from '@jest/globals';
import { isDayText, isInstantInCalendar, isInstantText, readDay } from './calendar.ts';

describe('the calendar', () => {
  it.each([
    ['1899-12-31', false],
    ['1900-01-01', true],
    ['2199-12-31', true],
    ['2200-01-01', false],
    ['0000-01-01', false],
    ['9999-12-31', false],
    ['2024-02-30', false],
    ['2024-02-29', true],
    ['+010000-01-01', false],
    ['2024-2-1', false],
    ['', false],
  ])('holds %s: %s', (text, isHeld) => {
    expect([isDayText(text), readDay(text)?.toString()]).toEqual([isHeld, isHeld ? text : undefined]);
  });

  it.each([
    ['1900-01-01T00:00:00+01:00', false],
    ['1899-12-31T23:00:00-01:00', true],
    ['2199-12-31T23:59:59Z', true],
    ['2199-12-31T23:00:00-12:00', false],
    ['9999-12-31T22:00:00-12:00', false],
    ['yesterday', false],
  ])('counts %s by its day in UTC: %s', (text, isHeld) => {
    expect(isInstantInCalendar(new Date(text))).toBe(isHeld);
  });

  it.each([
    ['2026-03-02T08:30:00.000Z', true],
    ['2026-03-02T09:30:00+01:00', false],
    ['-000001-03-02T08:30:00.000Z', false],
    ['12', false],
    [undefined, false],
  ])('finds %s in a cursor of ours: %s', (text, isOurs) => {
    expect(isInstantText(text)).toBe(isOurs);
  });
});
