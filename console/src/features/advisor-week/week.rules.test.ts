import { describe, expect, it } from '@jest/globals';
import type { Cover } from '../../cover/cover.rules.ts';
import type { Show } from '../../searches.rules.ts';
import {
  bookable,
  countsOf,
  daysOf,
  isOpen,
  isToSettle,
  shown,
  stretchOfMilestone,
  type WeekMilestone,
} from './week.rules.ts';

const now = Date.parse('2026-11-30T08:00:00+01:00');
const cover = (status: Cover['status'], hasPlace = false): Cover => ({
  status,
  neededFrom: '2026-12-01T09:00:00+01:00',
  neededTo: '2026-12-01T11:00:00+01:00',
  children: hasPlace
    ? [
        {
          child: { id: 'c', firstName: 'Lou' },
          status,
          gaps: [
            {
              startsAt: '2026-12-01T09:00:00+01:00',
              endsAt: '2026-12-01T11:00:00+01:00',
              options: [
                {
                  startsAt: '2026-12-01T09:00:00+01:00',
                  endsAt: '2026-12-01T11:00:00+01:00',
                  isWholeTime: true,
                  section: { id: 's', name: 'S' },
                  centre: { id: 'z', name: 'Z' },
                },
              ],
            },
          ],
        },
      ]
    : [],
});
const milestone = (id: string, given: Partial<WeekMilestone> = {}): WeekMilestone => ({
  id,
  startsAt: '2026-12-01T09:30:00+01:00',
  endsAt: '2026-12-01T10:30:00+01:00',
  status: 'PLANNED',
  childcareCover: cover('UNCOVERED'),
  family: { displayName: 'Kéïta Sabrina', reference: 'NAN-000061' },
  ...given,
});
const isTouched = () => false;
const ids = (milestones: readonly WeekMilestone[]) => milestones.map(({ id }) => id);

describe('what is to be settled', () => {
  it.each([
    ['lacks care', {}, true],
    ['lacks a part', { childcareCover: cover('PARTIAL') }, true],
    ['is not known', { childcareCover: cover('UNKNOWN') }, true],
    ['has care', { childcareCover: cover('COVERED') }, false],
    ['needs none', { childcareCover: cover('NOT_NEEDED') }, false],
    ['is not told', { childcareCover: null }, false],
    ['is called off', { status: 'CANCELLED' }, false],
    ['has begun', { startsAt: '2026-11-30T07:59:00+01:00' }, false],
  ])('what %s', (_case, given, expected) => {
    expect(isToSettle(milestone('a', given), now)).toBe(expected);
  });

  it('is what is still open', () => {
    expect([isOpen(milestone('a'), now), isOpen(milestone('a', { status: 'CANCELLED' }), now)]).toEqual([
      true,
      false,
    ]);
  });
});

describe('the filter', () => {
  const all = [
    milestone('none'),
    milestone('part', { childcareCover: cover('PARTIAL') }),
    milestone('full', { childcareCover: cover('COVERED') }),
    milestone('off', { status: 'CANCELLED' }),
    milestone('untold', { childcareCover: null, family: null }),
  ];

  it('shows what is asked for', () => {
    const by = (show: Show) => ids(shown(all, { show, search: '', now, isTouched }));
    expect([by('to-settle'), by('partial'), by('covered'), by('all')]).toEqual([
      ['none', 'part'],
      ['part'],
      ['full'],
      ['none', 'part', 'full', 'off', 'untold'],
    ]);
  });

  it('keeps in sight what somebody began to book', () => {
    const wish = { show: 'partial' as const, search: '', now, isTouched: (id: string) => id === 'full' };
    expect(ids(shown(all, wish))).toEqual(['part', 'full']);
  });

  it('finds names without their accents, and references', () => {
    const by = (search: string) => ids(shown(all, { show: 'to-settle', search, now, isTouched }));
    expect([by(' keita'), by('nan-000061'), by('dupont')]).toEqual([['none', 'part'], ['none', 'part'], []]);
  });

  it('counts each', () => {
    expect(countsOf(all, now)).toEqual({
      'to-settle': 2,
      uncovered: 1,
      partial: 1,
      unknown: 0,
      covered: 1,
      'not-needed': 0,
      all: 5,
    });
  });
});

it('offers to book at once what has a place for everything', () => {
  const one = milestone('one', { childcareCover: cover('PARTIAL', true) });
  const covered = milestone('covered', { childcareCover: cover('COVERED', true) });
  const unknown = milestone('unknown', { childcareCover: cover('UNKNOWN', true) });
  const none = milestone('untold', { childcareCover: null });
  expect(ids(bookable([one, milestone('none'), covered, unknown, none], now))).toEqual(['one']);
});

it('groups by day, each with its own hours', () => {
  const late = milestone('late', {
    startsAt: '2026-12-02T21:00:00+01:00',
    endsAt: '2026-12-02T22:30:00+01:00',
    childcareCover: null,
  });
  const days = daysOf([milestone('a'), milestone('b'), late]);
  expect(days.map(({ day, milestones }) => [day, ids(milestones)])).toEqual([
    ['2026-12-01', ['a', 'b']],
    ['2026-12-02', ['late']],
  ]);
  expect(days.map(({ axis }) => axis.to)).toEqual([1080, 1440]);
  expect(stretchOfMilestone(late)).toEqual({ from: 1260, to: 1350 });
});
