import type { StoredBooking } from '../capacity-sweep.ts';
import type { HotCity } from '../hot-city.ts';
import type { Answer, Attempt, Change, SeenBooking } from '../journal.ts';

/** Journals and tables made up: a judge that finds nothing wrong is worth what it finds when something is. */
export const opening = { startsAt: '2026-03-03T07:00:00.000Z', endsAt: '2026-03-03T11:00:00.000Z' };
export const early = { startsAt: '2026-03-03T07:00:00.000Z', endsAt: '2026-03-03T09:00:00.000Z' };
export const late = { startsAt: '2026-03-03T09:00:00.000Z', endsAt: '2026-03-03T11:00:00.000Z' };

export const seen = (facts: Partial<SeenBooking> = {}): SeenBooking => ({
  id: 'one',
  version: 1,
  status: 'CONFIRMED',
  childId: 'tom',
  sectionId: 'small',
  ...early,
  ...facts,
});
export const stored = (facts: Partial<StoredBooking> = {}): StoredBooking => ({
  ...seen(facts),
  kind: 'SHORT_TERM',
  centreId: 'centre',
  milestoneId: null,
  offerId: null,
  ...facts,
});

export const book: Change = {
  type: 'BOOK',
  id: 'one',
  childId: 'tom',
  kind: 'SHORT_TERM',
  sectionId: 'small',
  ...early,
};
export const move: Change = { type: 'MOVE', id: 'one', version: 1, sectionId: 'small', ...late };
export const cancel: Change = { type: 'CANCEL', id: 'one', version: 1 };
export const cover: Change = { type: 'COVER', id: 'one', milestoneId: 'interview' };
export const uncover: Change = { type: 'UNCOVER', id: 'one', milestoneId: 'interview' };

const course = { seriesId: 'course', milestoneIds: ['lesson', 'exam'] };
export const coverSeries: Change = { type: 'COVER_SERIES', id: 'three', ...course };
export const uncoverSeries: Change = { type: 'UNCOVER_SERIES', id: 'four', ...course };

export const offer: Change = {
  ...{ type: 'OFFER', id: 'offer', careRequestId: 'request', version: 1, sectionId: 'small' },
};
export const accept: Change = { type: 'ACCEPT', id: 'offer', version: 1 };
export const decline: Change = { type: 'DECLINE', id: 'offer', version: 1 };
export const correct: Change = { type: 'CORRECT', id: 'past', version: 1, outcome: 'ABSENT' };

export const acknowledged = (change: Change, ...bookings: SeenBooking[]): Attempt => ({
  change,
  answer: { wasLost: false, acknowledged: bookings },
});
export const refused = (change: Change, answer: Partial<Answer> = {}): Attempt => ({
  change,
  answer: { wasLost: false, refused: 'SECTION_FULL', ...answer },
});
export const lost = (change: Change): Attempt => ({ change, answer: null });

export const booked = acknowledged(book, seen());
export const moved = seen({ version: 2, ...late });
export const past = seen({ id: 'past', status: 'ATTENDED' });
export const corrected = seen({ id: 'past', status: 'ABSENT', version: 2 });
export const held = stored({ id: 'held', offerId: 'offer', status: 'HELD' });
/** Changes of offers and centres acknowledge no booking. */
export const cancelled = seen({ version: 2, status: 'CANCELLED' });

export const city: HotCity = {
  centres: [
    {
      id: 'centre',
      authorisedPlaces: 2,
      sections: [
        { id: 'small', places: 1 },
        { id: 'large', places: 2 },
      ],
      openings: [opening],
    },
  ],
  childIds: [],
  milestoneIds: [],
  series: [],
  requestIds: [],
  attended: [],
  changesFrom: '2026-03-10',
};
