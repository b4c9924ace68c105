import { UnreachableCase } from '@relais/platform/errors.ts';
import { z } from 'zod';
import type { Mutation } from '../agencies/ask.ts';
import type { Answer, Change, SeenBooking } from './journal.ts';

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

const ofOffer = (name: string, input: object): Asked => ({
  name,
  record: 'careOffer',
  selection: '{ id version careRequest { id version } }',
  input,
});

/** The mutation that a coordinator sends for it. They book weeks ahead, where an emergency is asked about. */
export const mutationOf = (change: Change): Asked => {
  switch (change.type) {
    case 'BOOK': {
      const { type: _, ...input } = change;
      return one('bookCare', { ...input, confirmed: true });
    }
    case 'MOVE': {
      const { type: _, id: bookingId, ...input } = change;
      return one('moveBooking', { bookingId, ...input, confirmed: true });
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
    case 'CORRECT': {
      const { id: bookingId, version, outcome } = change;
      return one('correctAttendance', { bookingId, version, outcome, reason: 'Preuve' });
    }
    case 'OFFER': {
      const { type: _, ...input } = change;
      return ofOffer('offerPlace', input);
    }
    case 'ACCEPT':
      return ofOffer('acceptOffer', { offerId: change.id, version: change.version });
    case 'DECLINE':
      return ofOffer('declineOffer', { offerId: change.id, version: change.version, reason: 'Preuve' });
    case 'CHANGE_CENTRE': {
      const { id: centreId, version, from, authorisedPlaces } = change;
      const input = { centreId, version, from, authorisedPlaces };
      return { name: 'changeCentre', record: 'centre', selection: '{ id version }', input };
    }
    default:
      throw new UnreachableCase(change);
  }
};

const bookingsIn = (answered: unknown): SeenBooking[] =>
  record
    .parse(answered)
    .map(({ child, section, ...booking }) => ({ ...booking, childId: child.id, sectionId: section.id }));

const numbered = z.object({ id: z.string(), version: z.number() });
const offered = numbered.extend({ careRequest: numbered });

/** What an answer acknowledges: bookings, and versions of whatever else it was about. */
export const acknowledgedIn = (
  { type }: Change,
  answered: unknown,
): Pick<Answer, 'acknowledged' | 'told'> => {
  if (type === 'CHANGE_CENTRE') return { acknowledged: [], told: [numbered.parse(answered)] };
  if (type !== 'OFFER' && type !== 'ACCEPT' && type !== 'DECLINE')
    return { acknowledged: bookingsIn(answered) };
  const { id, version, careRequest } = offered.parse(answered);
  return { acknowledged: [], told: [{ id, version }, careRequest] };
};
