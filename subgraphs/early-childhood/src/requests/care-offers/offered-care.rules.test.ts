import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import {
  type AskedOffer,
  expiryOf,
  isAsAsked,
  offeredCare,
  type RequestedCare,
} from './offered-care.rules.ts';

const MONDAY = new Date('2026-03-02T10:00:00+01:00');
const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => new Date(`${text}:00+01:00`);
const stretch = (date: string, from: string, to: string) => ({
  startsAt: at(`${date}T${from}`),
  endsAt: at(`${date}T${to}`),
});

const wholeDays = onWorkingDays('08:30', '17:00');
const mornings = onWorkingDays('08:30', '12:00');
const weekly = (facts: Partial<RequestedCare> = {}): RequestedCare => ({
  kind: 'LONG_TERM',
  firstDay: day('2026-03-16'),
  lastDay: day('2026-07-31'),
  weeklyPattern: wholeDays,
  stretches: [],
  ...facts,
});
const twoDays = [stretch('2026-03-10', '09:00', '17:00'), stretch('2026-03-12', '09:00', '12:00')];
const dated = (facts: Partial<RequestedCare> = {}): RequestedCare => ({
  kind: 'SHORT_TERM',
  firstDay: day('2026-03-10'),
  lastDay: day('2026-03-12'),
  weeklyPattern: [],
  stretches: twoDays,
  ...facts,
});
const offered = (request: RequestedCare, asked: AskedOffer = {}) => offeredCare(request, asked, MONDAY);
const daysOf = (request: RequestedCare, asked: AskedOffer = {}) => {
  const offer = offered(request, asked);
  return 'care' in offer ? `${offer.care.firstDay} ${offer.care.lastDay}` : offer.problem;
};

describe('the care offered', () => {
  it('is all of the care requested unless said otherwise', () => {
    const { kind: _kind, ...weeklyCare } = weekly();
    const { kind: _other, ...datedCare } = dated();
    expect(offered(weekly())).toEqual({ care: weeklyCare });
    expect(offered(dated())).toEqual({ care: datedCare });
  });

  it('may be a part: mornings only, some days, some of the weeks', () => {
    expect(offered(weekly(), { weeklyPattern: mornings.slice(0, 2) })).toMatchObject({
      care: { weeklyPattern: mornings.slice(0, 2) },
    });
    const part = [stretch('2026-03-12', '09:00', '12:00'), stretch('2026-03-10', '13:00', '17:00')];
    expect(offered(dated(), { stretches: part })).toMatchObject({ care: { stretches: part.toReversed() } });
    expect(daysOf(dated(), { stretches: part.slice(0, 1) })).toBe('2026-03-12 2026-03-12');
    expect(daysOf(weekly(), { firstDay: day('2026-04-06'), lastDay: day('2026-06-30') })).toBe(
      '2026-04-06 2026-06-30',
    );
  });

  it('starts on the first day still possible when the request has waited beyond its own', () => {
    const waited = { firstDay: day('2026-02-02') };
    expect(daysOf(weekly(waited))).toBe('2026-03-09 2026-07-31');
    expect(daysOf(weekly({ ...waited, kind: 'FLEXIBLE' }))).toBe('2026-03-03 2026-07-31');
  });

  it.each([
    ['DATED_OFFER_NOT_FOR_THIS_KIND', weekly(), { stretches: twoDays }],
    ['NOTHING_OFFERED', weekly(), { weeklyPattern: [] }],
    ['MORE_THAN_REQUESTED', weekly(), { weeklyPattern: onWorkingDays('08:00', '12:00') }],
    ['MORE_THAN_REQUESTED', weekly(), { weeklyPattern: onWorkingDays('12:00', '08:30') }],
    ['MORE_THAN_REQUESTED', weekly(), { weeklyPattern: onWorkingDays('12:00', '17:30') }],
    ['OFFER_OVERLAPS_ITSELF', weekly(), { weeklyPattern: [...mornings, ...onWorkingDays('11:00', '13:00')] }],
    ['DAYS_OUTSIDE_THE_REQUEST', weekly(), { firstDay: day('2026-03-15') }],
    ['DAYS_OUTSIDE_THE_REQUEST', weekly(), { lastDay: day('2026-08-01') }],
    ['LINE_OUTSIDE_PERIOD', weekly(), { weeklyPattern: mornings, firstDay: day('2026-07-28') }],
    ['DAYS_OUTSIDE_THE_REQUEST', weekly(), { firstDay: day('2026-05-02'), lastDay: day('2026-05-01') }],
    ['WEEKLY_OFFER_NOT_FOR_THIS_KIND', dated(), { weeklyPattern: mornings }],
    ['WEEKLY_OFFER_NOT_FOR_THIS_KIND', dated(), { firstDay: day('2026-03-10') }],
    ['WEEKLY_OFFER_NOT_FOR_THIS_KIND', dated(), { lastDay: day('2026-03-10') }],
    ['NOTHING_OFFERED', dated(), { stretches: [] }],
    ['MORE_THAN_REQUESTED', dated(), { stretches: [stretch('2026-03-11', '09:00', '12:00')] }],
    ['MORE_THAN_REQUESTED', dated(), { stretches: [stretch('2026-03-10', '12:00', '09:00')] }],
    [
      'OFFER_OVERLAPS_ITSELF',
      dated(),
      { stretches: [stretch('2026-03-10', '09:00', '12:00'), stretch('2026-03-10', '11:30', '13:00')] },
    ],
  ] as const)('is not: %s', (problem, request, asked) => {
    expect(offered(request, asked)).toEqual({ problem });
  });
});

describe('an offer sent again', () => {
  const expiresAt = at('2026-03-09T10:00');
  const { kind: _, ...care } = weekly();

  it('is the same when what was said was kept', () => {
    const said = {
      firstDay: care.firstDay,
      lastDay: care.lastDay,
      weeklyPattern: wholeDays.toReversed(),
      expiresAt,
    };
    expect(isAsAsked({ ...care, expiresAt }, said)).toBe(true);
    expect(isAsAsked({ ...dated(), expiresAt }, { stretches: twoDays.toReversed() })).toBe(true);
    expect(isAsAsked({ ...care, expiresAt }, { weeklyPattern: null })).toBe(true);
  });

  it.each([
    { firstDay: day('2026-03-23') },
    { lastDay: day('2026-07-30') },
    { weeklyPattern: mornings },
    { stretches: twoDays },
    { expiresAt: at('2026-03-09T10:30') },
  ])('is another with %j', (said) => {
    expect(isAsAsked({ ...care, expiresAt }, said)).toBe(false);
  });
});

describe('an offer expires', () => {
  const hoursUntil = (kind: CareKind, asked: Date | null, startsAt: Date): number | null => {
    const expiresAt = expiryOf(kind, asked, startsAt, MONDAY);
    return expiresAt && (expiresAt.getTime() - MONDAY.getTime()) / 3_600_000;
  };
  const afterHours = (hours: number) => new Date(MONDAY.getTime() + hours * 3_600_000);
  const farAhead = afterHours(2_000);

  it.each([
    ['LONG_TERM', 240, 720],
    ['FLEXIBLE', 168, 336],
    ['SHORT_TERM', 48, 168],
    ['EMERGENCY', 2, 24],
  ] as const)('%s: after %i hours unless said, after %i at most', (kind, usual, longest) => {
    expect(hoursUntil(kind, null, farAhead)).toBe(usual);
    expect(hoursUntil(kind, afterHours(longest), farAhead)).toBe(longest);
    expect(hoursUntil(kind, afterHours(longest + 0.1), farAhead)).toBeNull();
  });

  it('before care begins, and not in the past', () => {
    expect(hoursUntil('LONG_TERM', null, afterHours(20))).toBe(20);
    expect(hoursUntil('EMERGENCY', afterHours(1), afterHours(0.5))).toBeNull();
    expect(hoursUntil('EMERGENCY', null, MONDAY)).toBeNull();
    expect(hoursUntil('SHORT_TERM', MONDAY, farAhead)).toBeNull();
  });
});
