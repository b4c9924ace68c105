import { describe, expect, it } from '@jest/globals';
import { readJournal } from './journal.ts';
import { judge } from './judge.ts';
import {
  accept,
  acknowledged,
  book,
  booked,
  cancel,
  cancelled,
  correct,
  corrected,
  cover,
  coverSeries,
  decline,
  held,
  late,
  lost,
  move,
  moved,
  offer,
  past,
  refused,
  seen,
  stored,
  uncover,
  uncoverSeries,
} from './testing/made-up.ts';

describe('the judge', () => {
  it.each([
    ['what is stored as acknowledged', [booked], [stored()]],
    ['a move as acknowledged', [booked, acknowledged(move, moved)], [stored(moved)]],
    [
      'a move to where it was, which changes nothing, and a cancellation of the same version',
      [booked, acknowledged(move, seen()), acknowledged(cancel, cancelled)],
      [stored(cancelled)],
    ],
    ['a refusal that left nothing', [refused(book)], []],
    ['a booking whose answer was lost', [lost(book)], [stored()]],
    ['a booking that was lost with its answer', [lost(book)], []],
    ['a move whose answer was lost', [booked, lost(move)], [stored(moved)]],
    [
      'a move refused because its first sending was done',
      [booked, refused(move, { wasLost: true })],
      [stored(moved)],
    ],
    ['what was uncovered as acknowledged', [booked, acknowledged(uncover, cancelled)], [stored(cancelled)]],
    ['what was uncovered, though the answer was lost', [booked, lost(uncover)], [stored(cancelled)]],
    [
      'bookings of a milestone whose answer was lost',
      [lost(cover)],
      [stored({ id: 'two', milestoneId: 'interview' })],
    ],
    [
      'what of a series was booked, and given back at whatever version, though both answers were lost',
      [lost(coverSeries), lost(uncoverSeries)],
      [
        stored({ id: 'two', milestoneId: 'lesson' }),
        stored({ id: 'three', milestoneId: 'exam', status: 'CANCELLED', version: 2 }),
      ],
    ],
    ['what was planted, as it was', [], [stored(past)]],
    ['a correction as acknowledged', [acknowledged(correct, corrected)], [stored(corrected)]],
    ['a correction whose answer was lost', [lost(correct)], [stored(corrected)]],
    ['what an offer holds', [acknowledged(offer)], [stored(past), held]],
    [
      'an offer whose answer was lost, and what became of it',
      [lost(offer), lost(accept)],
      [stored(past), stored({ ...held, status: 'CONFIRMED', version: 2 })],
    ],
    [
      'an offer that was declined',
      [acknowledged(offer), acknowledged(decline)],
      [stored(past), stored({ ...held, status: 'CANCELLED', version: 2 })],
    ],
  ])('accepts %s', (_, attempts, rows) => {
    const planted = rows.some(({ id }) => id === 'past') ? [past] : [];
    expect(judge(attempts, rows, planted)).toEqual([]);
  });

  it.each([
    ['an acknowledged booking that is gone', [booked], [], /^LOST: booking one .* not stored/],
    [
      'an acknowledged move that is gone',
      [booked, acknowledged(move, moved)],
      [stored()],
      /^LOST: .* version 2, not 1/,
    ],
    [
      'an acknowledged cancellation that is gone',
      [booked, acknowledged(cancel, cancelled)],
      [stored()],
      /^LOST/,
    ],
    ['another time than acknowledged', [booked], [stored(late)], /^LOST: .* not as acknowledged/],
    [
      'another child than acknowledged',
      [booked],
      [stored({ childId: 'ada' })],
      /^LOST: .* not as acknowledged/,
    ],
    [
      'a row that nobody asked for',
      [booked],
      [stored(), stored({ id: 'two', childId: 'ada' })],
      /^DUPLICATE: booking two/,
    ],
    ['a correction that is gone', [acknowledged(correct, corrected)], [stored(past)], /^LOST/],
    ['an offer that holds nothing', [acknowledged(offer)], [], /^LOST: offer offer/],
    ['a place that is held by no offer', [], [held], /^DUPLICATE: booking held/],
    [
      'an accepted offer that is only held',
      [acknowledged(offer), acknowledged(accept)],
      [held],
      /^LOST: booking held of offer offer is HELD, not CONFIRMED/,
    ],
    [
      'an offer that was taken and given back',
      [acknowledged(offer), acknowledged(accept), acknowledged(decline)],
      [stored({ ...held, status: 'CONFIRMED' })],
      /both taken and given back|two changes of booking offer/,
    ],
    ['what was uncovered and stands', [booked, acknowledged(uncover, cancelled)], [stored()], /^LOST/],
    [
      'a row of a milestone that is in no series that was covered',
      [lost(coverSeries)],
      [stored({ id: 'two', milestoneId: 'interview' })],
      /^DUPLICATE: booking two/,
    ],
    [
      'care of a series that was given back and stands, changed by nobody',
      [acknowledged(coverSeries, seen()), acknowledged(uncoverSeries, cancelled)],
      [stored({ milestoneId: 'lesson' })],
      /^LOST/,
    ],
    ['a row although it was refused', [refused(book)], [stored()], /^DUPLICATE: booking one/],
    ['a change that nobody asked for', [booked], [stored(moved)], /version 2 that nobody asked for/],
    [
      'a lost move that went elsewhere',
      [booked, lost(move)],
      [stored({ version: 2 })],
      /version 2 that nobody asked for/,
    ],
    [
      'two changes of one version',
      [booked, acknowledged(move, moved), acknowledged(cancel, moved)],
      [stored(moved)],
      /two changes/,
    ],
    [
      'one version in two shapes',
      [booked, acknowledged(book, seen(late))],
      [stored()],
      /two shapes at version 1/,
    ],
  ])('reports %s', (_, attempts, rows, problem) => {
    expect(judge(attempts, rows).join('\n')).toMatch(problem);
  });

  it('reads a journal that a kill cut short, and takes what has no answer for possible', () => {
    const lines = [
      { attempt: 0, asked: book },
      { attempt: 0, ...booked.answer },
      { attempt: 1, asked: move },
    ];
    const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"attempt":1,"was`;

    expect([...readJournal(text).values()]).toEqual([booked, lost(move)]);
  });
});
