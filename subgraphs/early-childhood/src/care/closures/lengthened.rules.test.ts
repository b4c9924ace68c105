import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { lengthened } from './lengthened.rules.ts';

const at = (time: string) => new Date(`2026-03-03T${time}:00+01:00`);
const day = Temporal.PlainDate.from('2026-03-03');
const was = { id: 'one', childId: 'tom', familyId: 'oya', startsAt: at('08:00'), endsAt: at('17:00') };
const left = (from: string, to: string) => ({ ...was, left: { startsAt: at(from), endsAt: at(to) } });
const closing = (time: string) => ({ startsOn: day, endsOn: day, closesAt: Temporal.PlainTime.from(time) });
const early = at('07:00');

describe('a shortened stay, once its closure is withdrawn', () => {
  it.each([
    ['is as long as it was', left('10:00', '14:00'), [], early, ['08:00', '17:00']],
    [
      'is as long as another closure lets it be',
      left('08:00', '14:00'),
      [closing('15:00')],
      early,
      ['08:00', '15:00'],
    ],
    ['stays as it is where another closes as much', left('08:00', '14:00'), [closing('14:00')], early, null],
    [
      'stays as it is on a day that is closed',
      left('08:00', '14:00'),
      [{ startsOn: day, endsOn: day }],
      early,
      null,
    ],
    ['keeps its start once that has passed', left('10:00', '14:00'), [], at('08:00'), ['10:00', '17:00']],
    ['stays as it is once it is over', left('08:00', '14:00'), [], at('14:00'), null],
  ] as const)('%s', (_what, stay, others, now, again) => {
    const { left: _left, ...rest } = stay;
    expect(lengthened(stay, others, now)).toEqual(
      again && { ...rest, startsAt: at(again[0]), endsAt: at(again[1]) },
    );
  });
});
