import { expect, it } from '@jest/globals';
import { weekInWords } from './week.rules.ts';

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
