import { UnreachableCase } from '@relais/platform/errors.ts';
import { z } from 'zod';
import type { Mutation } from '../agencies/ask.ts';
import type { Change, SeenBooking } from './journal.ts';

const SELECTION = '{ id version status startsAt endsAt child { id } section { id } }';

const shown = z.object({
  id: z.string(),
  version: z.number(),
  status: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  child: z.object({ id: z.string() }),
  section: z.object({ id: z.string() }),
});
const occurrence = z.object({ bookings: z.array(shown) });
const record = z.union([
  shown.transform((booking) => [booking]),
  z.array(shown),
  z.array(occurrence).transform((occurrences) => occurrences.flatMap(({ bookings }) => bookings)),
]);

type Asked = Omit<Mutation, 'url' | 'token'>;

const one = (name: string, input: object): Asked => ({
  name,
  record: 'booking',
  selection: SELECTION,
  input,
});

const ofSeries = (name: string, input: object): Asked => ({
  name,
  record: 'occurrences',
  selection: `{ bookings ${SELECTION} }`,
  input,
});

/** The mutation that a coordinator sends for it. */
export const mutationOf = (change: Change): Asked => {
  switch (change.type) {
    case 'BOOK': {
      const { type: _, ...input } = change;
      return one('bookCare', input);
    }
    case 'MOVE': {
      const { type: _, id: bookingId, ...input } = change;
      return one('moveBooking', { bookingId, ...input });
    }
    case 'CANCEL':
      return one('cancelBooking', { bookingId: change.id, version: change.version, reason: 'Preuve' });
    case 'COVER': {
      const { id, milestoneId } = change;
      const input = { id, milestoneId, milestoneVersion: 1 };
      return { name: 'coverMilestone', record: 'bookings', selection: SELECTION, input };
    }
    case 'UNCOVER': {
      const { id, milestoneId } = change;
      const input = { milestoneId, bookingIds: [id], reason: 'Preuve' };
      return { name: 'uncoverMilestone', record: 'bookings', selection: SELECTION, input };
    }
    case 'COVER_SERIES': {
      const { id, seriesId, milestoneIds } = change;
      return ofSeries('coverMilestoneSeries', { id, seriesId, version: milestoneIds.length });
    }
    case 'UNCOVER_SERIES': {
      const { seriesId, milestoneIds } = change;
      const input = { seriesId, version: milestoneIds.length, reason: 'Preuve' };
      return ofSeries('uncoverMilestoneSeries', input);
    }
    default:
      throw new UnreachableCase(change);
  }
};

/** The bookings that an answer acknowledges. */
export const bookingsIn = (answered: unknown): SeenBooking[] =>
  record
    .parse(answered)
    .map(({ child, section, ...booking }) => ({ ...booking, childId: child.id, sectionId: section.id }));
