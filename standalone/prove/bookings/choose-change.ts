import { newId } from '@relais/platform/ids.ts';
import type { Random } from '../../src/demo/random.ts';
import type { HotCity } from './hot-city.ts';
import type { Answer, Change, SeenBooking } from './journal.ts';

const HALF_HOUR_MS = 1_800_000;
const LONGEST_HALF_HOURS = 6;
const KINDS = ['SHORT_TERM', 'LONG_TERM', 'FLEXIBLE', 'EMERGENCY'] as const;

/** What a client believes of the bookings it made; it learns better when refused. */
export type Bookings = {
  learn(change: Change, answer: Answer): void;
  /** Those that still stand. */
  standing(): readonly SeenBooking[];
  /** Of them, those that were made for a milestone. */
  covering(): readonly { readonly id: string; readonly milestoneId: string }[];
};

export const knownBookings = (): Bookings => {
  const known = new Map<string, SeenBooking>();
  const milestones = new Map<string, string>();
  const standing = () => [...known.values()].filter(({ status }) => status === 'CONFIRMED');
  const keep = (booking: SeenBooking): void => {
    const isOlder = (known.get(booking.id)?.version ?? 0) > booking.version;
    if (!isOlder) known.set(booking.id, booking);
  };
  /** A move whose answer was lost was most likely done. */
  const assumeDone = (change: Change): void => {
    const before = known.get(change.id);
    known.delete(change.id);
    if (change.type !== 'MOVE' || before?.version !== change.version) return;
    const { sectionId, startsAt, endsAt } = change;
    known.set(change.id, { ...before, sectionId, startsAt, endsAt, version: change.version + 1 });
  };
  return {
    learn(change, { acknowledged, refused }) {
      for (const booking of acknowledged ?? []) {
        keep(booking);
        if (change.type === 'COVER') milestones.set(booking.id, change.milestoneId);
      }
      if (refused === 'STALE_VERSION' || refused?.startsWith('ALREADY_')) assumeDone(change);
    },
    standing,
    covering: () =>
      standing().flatMap(({ id }) => {
        const milestoneId = milestones.get(id);
        return milestoneId ? [{ id, milestoneId }] : [];
      }),
  };
};

const somewhere = (random: Random, { centres }: HotCity) => {
  const centre = random.pick(centres);
  const opening = random.pick(centre.openings);
  const from = Date.parse(opening.startsAt);
  const halfHours = (Date.parse(opening.endsAt) - from) / HALF_HOUR_MS;
  const length = random.between(1, Math.min(LONGEST_HALF_HOURS, halfHours));
  const startsAt = from + random.between(0, halfHours - length) * HALF_HOUR_MS;
  return {
    sectionId: random.pick(centre.sections).id,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + length * HALF_HOUR_MS).toISOString(),
  };
};

/** In a hundred attempts: 50 bookings, 24 moves, 17 cancellations, 4 milestones to cover, 2 to uncover; 2 series and 1. */
export const chooseChange = (random: Random, city: HotCity, bookings: Bookings): Change => {
  const dice = random.between(1, 100);
  const standing = bookings.standing();
  if (dice <= 50 || standing.length === 0) {
    const kind = random.pick(KINDS);
    return {
      type: 'BOOK',
      id: newId(),
      childId: random.pick(city.childIds),
      kind,
      ...somewhere(random, city),
    };
  }
  if (dice <= 54) return { type: 'COVER', id: newId(), milestoneId: random.pick(city.milestoneIds) };
  if (dice <= 56) return { type: 'COVER_SERIES', id: newId(), ...random.pick(city.series) };
  if (dice === 57) return { type: 'UNCOVER_SERIES', id: newId(), ...random.pick(city.series) };
  const covering = bookings.covering();
  if (dice <= 59 && covering.length > 0) return { type: 'UNCOVER', ...random.pick(covering) };
  const { id, version } = random.pick(standing);
  if (dice <= 76) return { type: 'CANCEL', id, version };
  return { type: 'MOVE', id, version, ...somewhere(random, city) };
};
