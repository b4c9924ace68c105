import { describe, expect, it } from '@jest/globals';
import { isMeasurable } from './childcare-cover.rules.ts';

const interview = {
  startsAt: new Date('2026-03-03T10:00:00Z'),
  endsAt: new Date('2026-03-03T11:00:00Z'),
  travelMinutes: 30,
};

describe('the times of a milestone', () => {
  it.each([
    ['an hour with travel', {}],
    ['without travel', { travelMinutes: 0 }],
    ['14 hours', { endsAt: new Date('2026-03-04T00:00:00Z') }],
    ['a day of travel each way', { travelMinutes: 1440 }],
  ])('can be %s', (_case, facts) => {
    expect(isMeasurable({ ...interview, ...facts })).toBe(true);
  });

  it.each([
    ['nothing', { endsAt: interview.startsAt }],
    ['turned round', { endsAt: new Date('2026-03-03T09:00:00Z') }],
    ['longer than 14 hours', { endsAt: new Date('2026-03-04T00:00:01Z') }],
    ['no time', { startsAt: new Date('soon') }],
    ['with negative travel', { travelMinutes: -1 }],
    ['with more than a day of travel', { travelMinutes: 1441 }],
    ['with broken minutes of travel', { travelMinutes: 0.5 }],
    ['with unknown travel', { travelMinutes: Number.NaN }],
  ])('cannot be %s', (_case, facts) => {
    expect(isMeasurable({ ...interview, ...facts })).toBe(false);
  });
});
