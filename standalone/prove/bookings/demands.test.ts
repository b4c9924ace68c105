import { describe, expect, it } from '@jest/globals';
import { shortcomings, tallyOf } from './demands.ts';
import { book, booked, cancel, city, lost, refused } from './testing/made-up.ts';

describe('a run', () => {
  const demands = { attempts: 2, attacks: { SERVICE: 1, DATABASE: 1, CLIENT: 0 }, inTransaction: 1 };
  const counts = {
    SERVICE: 1,
    DATABASE: 1,
    CLIENT: 0,
    servicesInTransaction: 1,
    databaseInTransaction: 0,
    deadlocks: 0,
  };
  const done = {
    tally: tallyOf([booked, refused(cancel)]),
    counts,
    fullIds: new Set(['centre', 'small', 'large']),
  };

  it('that did what was demanded proves something', () => {
    expect(shortcomings(demands, city, done)).toEqual([]);
  });

  it.each([
    ['too few attempts', { tally: tallyOf([booked]) }, /attempts 1/],
    [
      'nearly nothing acknowledged',
      { tally: tallyOf([refused(book), refused(book)]) },
      /acknowledged 0, at least 1/,
    ],
    [
      'a small part acknowledged of more than was demanded',
      { tally: tallyOf([booked, refused(book), refused(book), refused(book)]) },
      /acknowledged 1, at least 2/,
    ],
    ['an attempt without an answer', { tally: tallyOf([booked, lost(cancel)]) }, /UNRESOLVED: 1/],
    ['no kill amid a booking', { counts: { ...counts, servicesInTransaction: 0 } }, /amid a booking 0/],
    ['no stop of the database', { counts: { ...counts, DATABASE: 0 } }, /stops of the database 0/],
    [
      'a place that was never full',
      { fullIds: new Set(['centre', 'small']) },
      /1 hot places were never full/,
    ],
  ])('with %s fails', (_, lacking, problem) => {
    expect(shortcomings(demands, city, { ...done, ...lacking }).join('\n')).toMatch(problem);
  });
});
