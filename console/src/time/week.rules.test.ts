import { expect, it } from '@jest/globals';
import { isDaily, isInOrder, lackOfWeek, patternOf, weekInWords, weekOf } from './week.rules.ts';

it('says an ordinary week with its days together', () => {
  const week = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'];
  const lines = [
    { weekday: 4, from: '08:30:00', to: '12:30:00' },
    { weekday: 1, from: '08:30', to: '12:30' },
    { weekday: 3, from: '14:00', to: '18:00' },
  ];
  expect(weekInWords(lines, week)).toEqual(['lun. jeu. 08:30 – 12:30', 'mer. 14:00 – 18:00']);
  expect(weekInWords([{ weekday: 9, from: '08:30', to: '09:00' }], week)).toEqual([' 08:30 – 09:00']);
});

it('writes on a week as it stands, and sends what was written', () => {
  const week = weekOf([
    { weekday: 2, from: '08:00:00', to: '12:30:00' },
    { weekday: 4, from: '14:00:00', to: '18:00:00' },
  ]);
  expect(week.map(({ isOn }) => isOn)).toEqual([false, true, false, true, false, false, false]);
  expect(week[0]).toEqual({ isOn: false, from: '08:00', to: '12:30' });
  expect(patternOf(week)).toEqual([
    { weekday: 2, from: '08:00', to: '12:30' },
    { weekday: 4, from: '14:00', to: '18:00' },
  ]);
  expect(weekOf([])[6]).toEqual({ isOn: false, from: '08:30', to: '17:00' });
});

it('asks a week for a day, and for hours in their order', () => {
  const on = { isOn: true, from: '08:00', to: '12:00' };
  expect([
    lackOfWeek([on]),
    lackOfWeek([{ ...on, isOn: false, to: '' }]),
    lackOfWeek([on, { ...on, to: '08:00' }]),
  ]).toEqual([undefined, 'WEEK', 'HOURS']);
  expect([isInOrder({ from: '', to: '09:00' }), isInOrder({ from: '08:00', to: '' })]).toEqual([
    false,
    false,
  ]);
});

it('sends every week back as it was, Sunday too, and knows the one that it cannot write', () => {
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '09:00', to: '12:00' }));
  expect(patternOf(weekOf(week))).toEqual(week);
  expect([isDaily(week), isDaily([...week, { weekday: 1, from: '13:30', to: '17:00' }])]).toEqual([
    true,
    false,
  ]);
});
