import { describe, expect, it } from '@jest/globals';
import {
  beyondForecast,
  coverTurn,
  type Draft,
  daysAround,
  daysOfSeries,
  type ForecastDay,
  fitOf,
  hoursNeeded,
  isWritten,
  lackOf,
  lanesOfForecast,
  milestoneOf,
  newDraft,
  seriesFrom,
  seriesOf,
  timesOf,
  verdictOf,
} from './plan.rules.ts';

const today = '2026-11-30';
const draft = (more: Partial<Draft> = {}): Draft => ({ ...newDraft(today), title: 'Crêperie', ...more });
const at = (time: string) => `2026-12-01T${time}:00+01:00`;
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });

it('begins on the next working day', () => {
  expect([newDraft(today).day, newDraft('2026-12-04').day, newDraft('2026-12-05').day]).toEqual([
    '2026-12-01',
    '2026-12-07',
    '2026-12-07',
  ]);
  expect(newDraft(today).weekdays).toEqual([2]);
  expect(seriesFrom('2026-12-03')).toEqual({ lastDay: '2026-12-31', weekdays: [4] });
  expect(seriesFrom('')).toEqual({});
});

it('would be lost once words are written', () => {
  const of = (more: Partial<Draft>) => isWritten(draft({ title: ' ', ...more }));
  expect([of({}), of({ from: '09:00' }), of({ title: 'Crêperie' }), of({ place: 'Nantes' })]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

describe('before it is sent', () => {
  it.each<[string, Partial<Draft>, string | undefined]>([
    ['nothing', {}, undefined],
    ['a title', { title: ' ' }, 'TITLE'],
    ['a day', { day: '2026-02-30' }, 'DAY'],
    ['hours in their order', { from: '11:00', to: '10:00' }, 'HOURS'],
    ['a start', { from: '' }, 'HOURS'],
    ['an end', { to: '' }, 'HOURS'],
    ['a way', { travel: '' }, 'TRAVEL'],
    ['a way of whole minutes', { travel: '1.5' }, 'TRAVEL'],
    ['a way that is one', { travel: '-5' }, 'TRAVEL'],
    ['a last day', { repeats: true, lastDay: '' }, 'LAST_DAY'],
    ['a last day after the first', { repeats: true, lastDay: '2026-11-30' }, 'LAST_DAY'],
    ['a day of the week', { repeats: true, weekdays: [] }, 'WEEKDAYS'],
    ['nothing of a series', { repeats: true }, undefined],
  ])('it lacks %s', (_what, more, lack) => {
    expect(lackOf(draft(more), 's')).toBe(lack);
  });

  it('lacks a job seeker first', () => {
    expect(lackOf(draft({ title: '' }), undefined)).toBe('SEEKER');
  });
});

it('is forecast once its hours are typed whole, by the clock of the city', () => {
  expect(timesOf(draft())).toEqual({
    startsAt: '2026-12-01T09:00:00.000Z',
    endsAt: '2026-12-01T10:00:00.000Z',
    travelMinutes: 30,
  });
  expect(timesOf(draft({ isRemote: true, travel: '' }))).toMatchObject({ travelMinutes: 0 });
  expect(hoursNeeded(draft())).toEqual({ from: 570, to: 690 });
  const none: Partial<Draft>[] = [
    { day: '' },
    { from: '' },
    { to: '' },
    { to: '09:00' },
    { travel: '1.5' },
    { travel: '-1' },
    { travel: '200' },
    { from: '06:00', to: '20:30' },
  ];
  for (const more of none)
    expect([timesOf(draft(more)), hoursNeeded(draft(more))]).toEqual([undefined, undefined]);
});

it('is sent as it was typed', () => {
  const sent = { id: 'i', jobSeekerId: 's', confirmed: false };
  expect(milestoneOf(draft({ place: ' 3, rue Kervégan ' }), sent)).toEqual({
    ...sent,
    kind: 'INTERVIEW',
    title: 'Crêperie',
    place: '3, rue Kervégan',
    isRemote: false,
    startsAt: '2026-12-01T09:00:00.000Z',
    endsAt: '2026-12-01T10:00:00.000Z',
    travelMinutes: 30,
  });
  expect(milestoneOf(draft({ place: 'x', isRemote: true, from: '', to: '' }), sent)).toMatchObject({
    place: null,
    travelMinutes: 0,
    startsAt: '2026-11-30T23:00:00.000Z',
  });
  expect(seriesOf(draft({ weekdays: [4, 2] }), sent)).toMatchObject({
    firstDay: '2026-12-01',
    lastDay: '2026-12-29',
    weekdays: [2, 4],
    from: '10:00',
    to: '11:00',
    place: null,
  });
});

it('comes round on the days of the week between two days', () => {
  expect(daysOfSeries(draft({ lastDay: '2026-12-10', weekdays: [2, 4] }))).toEqual([
    '2026-12-01',
    '2026-12-03',
    '2026-12-08',
    '2026-12-10',
  ]);
  for (const more of [{ day: '' }, { lastDay: '' }, { lastDay: today }])
    expect(daysOfSeries(draft(more))).toEqual([]);
  expect(daysOfSeries(draft({ lastDay: '2028-12-01', weekdays: [1, 2, 3, 4, 5, 6, 7] }))).toHaveLength(184);
});

it('shows two weeks around a day, none of them over', () => {
  expect(daysAround('2026-12-03', '2026-12-02')).toEqual({ from: '2026-12-02', to: '2026-12-13' });
  expect(daysAround('2026-12-16', today)).toEqual({ from: '2026-12-14', to: '2026-12-27' });
  expect(daysAround('', today)).toEqual({ from: today, to: '2026-12-13' });
});

it('says how wanted hours stand on a day', () => {
  const day = (more: Partial<ForecastDay> = {}): ForecastDay => ({
    date: '2026-12-01',
    status: 'PARTIAL',
    covered: [span('09:00', '12:00')],
    couldBeCovered: [span('12:00', '18:00')],
    ...more,
  });
  const hours = (from: number, to: number) => ({ from: from * 60, to: to * 60 });
  expect([
    fitOf(day(), hours(9, 12)),
    fitOf(day(), hours(11, 14)),
    fitOf(day(), hours(8, 10)),
    fitOf(day(), hours(6, 10)),
    fitOf(day(), hours(19, 21)),
    fitOf(day({ status: 'UNKNOWN' }), hours(9, 12)),
    fitOf(day({ status: 'NOT_NEEDED' }), hours(9, 12)),
  ]).toEqual(['covered', 'possible', 'lacking', 'beyond', 'beyond', 'unknown', 'not-needed']);
});

describe('a forecast', () => {
  const forecast = (status: 'PARTIAL' | 'COVERED' | 'UNKNOWN' | 'NOT_NEEDED', couldBeCovered = false) => ({
    status,
    couldBeCovered,
    neededFrom: at('09:30'),
    neededTo: at('14:00'),
    children: [
      {
        firstName: 'Noam',
        status,
        missing: [span('12:00', '14:00')],
        couldBeBooked: [span('12:00', '13:00')],
      },
      { firstName: null, status, missing: [], couldBeBooked: [] },
    ],
  });

  it('has a lane for each child', () => {
    const [noam, coming] = lanesOfForecast(forecast('PARTIAL'), 'à naître');
    expect(noam).toMatchObject({
      name: 'Noam',
      cared: [{ from: 570, to: 720 }],
      possible: [{ from: 720, to: 780 }],
      missing: [{ from: 780, to: 840 }],
      unknown: [],
    });
    expect(coming).toMatchObject({ name: 'à naître', cared: [{ from: 570, to: 840 }], missing: [] });
  });

  it('offers nothing where nobody knows with whom a child is', () => {
    expect(lanesOfForecast(forecast('UNKNOWN'), '')[0]).toMatchObject({
      missing: [],
      possible: [],
      unknown: [{ from: 720, to: 840 }],
    });
  });

  it('comes to a verdict', () => {
    expect([
      verdictOf(forecast('COVERED')),
      verdictOf(forecast('NOT_NEEDED')),
      verdictOf(forecast('UNKNOWN')),
      verdictOf(forecast('PARTIAL', true)),
      verdictOf(forecast('PARTIAL')),
    ]).toEqual(['covered', 'not-needed', 'unknown', 'possible', 'lacking']);
  });
});

it('says why there is no forecast of a day too long, or of a way too far', () => {
  const of = (more: Partial<Draft>) => beyondForecast(draft(more));
  expect([of({}), of({ to: '' }), of({ from: '06:00', to: '20:00' })]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(of({ from: '06:00', to: '20:30' })).toBe('LONG');
  expect([of({ travel: '180' }), of({ travel: '181' }), of({ travel: '181', isRemote: true })]).toEqual([
    undefined,
    'FAR',
    undefined,
  ]);
});

it('waits some seconds for care to be computed, then says that it is not known', () => {
  expect([coverTurn('known', 10), coverTurn('none', 0), coverTurn('none', 9), coverTurn('none', 10)]).toEqual(
    ['show', 'wait', 'wait', 'give-up'],
  );
  expect([coverTurn('away', 0), coverTurn('not-shared', 0)]).toEqual(['absent', 'absent']);
});
