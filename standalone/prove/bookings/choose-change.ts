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
  /** Those of a past day, of which it is known who came. */
  attended(): readonly SeenBooking[];
  /** The offers that it made and that wait for an answer. */
  offers(): readonly string[];
  /** The version of an offer, a request or a centre. */
  versionOf(id: string): number;
};

const isPast = ({ status }: SeenBooking): boolean => status === 'ATTENDED' || status === 'ABSENT';

/** Versions of records that others change too: who is told that one is stale tries the next. */
const knownVersions = () => {
  const versions = new Map<string, number>();
  return {
    of: (id: string): number => versions.get(id) ?? 1,
    learn: (change: Change, { told = [], refused }: Answer): void => {
      for (const { id, version } of told) versions.set(id, version);
      if (refused !== 'STALE_VERSION') return;
      if (change.type === 'OFFER') versions.set(change.careRequestId, change.version + 1);
      if (change.type === 'CHANGE_CENTRE') versions.set(change.id, change.version + 1);
    },
  };
};

const knownOffers = () => {
  const open = new Set<string>();
  return {
    open: () => [...open],
    learn: (change: Change, { acknowledged }: Answer): void => {
      if (change.type === 'OFFER' && acknowledged) open.add(change.id);
      if (change.type === 'ACCEPT' || change.type === 'DECLINE') open.delete(change.id);
    },
  };
};

export const knownBookings = (planted: readonly SeenBooking[] = []): Bookings => {
  const known = new Map(planted.map((booking) => [booking.id, booking]));
  const milestones = new Map<string, string>();
  const versions = knownVersions();
  const offers = knownOffers();
  const standing = () => [...known.values()].filter(({ status }) => status === 'CONFIRMED');
  const keep = (booking: SeenBooking): void => {
    const isOlder = (known.get(booking.id)?.version ?? 0) > booking.version;
    if (!isOlder) known.set(booking.id, booking);
  };
  /** A move whose answer was lost was most likely done; what others correct as well is at the next version. */
  const assumeDone = (change: Change): void => {
    const before = known.get(change.id);
    if (before && change.type === 'CORRECT') known.set(change.id, { ...before, version: change.version + 1 });
    if (change.type === 'CORRECT') return;
    known.delete(change.id);
    if (change.type !== 'MOVE' || before?.version !== change.version) return;
    const { sectionId, startsAt, endsAt } = change;
    known.set(change.id, { ...before, sectionId, startsAt, endsAt, version: change.version + 1 });
  };
  return {
    learn(change, answer) {
      const { acknowledged, refused } = answer;
      versions.learn(change, answer);
      offers.learn(change, answer);
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
    attended: () => [...known.values()].filter(isPast),
    offers: offers.open,
    versionOf: versions.of,
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

/** Fewer or as many places as before, from the second week on. */
const PLACES = [6, 7] as const;

const offering = (random: Random, city: HotCity, bookings: Bookings): Change => {
  const careRequestId = random.pick(city.requestIds);
  const { sectionId } = somewhere(random, city);
  return { type: 'OFFER', id: newId(), careRequestId, version: bookings.versionOf(careRequestId), sectionId };
};

/** A family says no three times as often as yes, so that places come free again. */
const answering = (random: Random, bookings: Bookings, offers: readonly string[]): Change => {
  const id = random.pick(offers);
  const type = random.chance(1 / 4) ? 'ACCEPT' : 'DECLINE';
  return { type, id, version: bookings.versionOf(id) };
};

const correcting = (random: Random, attended: readonly SeenBooking[]): Change => {
  const { id, version } = random.pick(attended);
  return { type: 'CORRECT', id, version, outcome: random.pick(['ATTENDED', 'ABSENT'] as const) };
};

const changingCentre = (
  random: Random,
  { centres, changesFrom: from }: HotCity,
  bookings: Bookings,
): Change => {
  const { id } = random.pick(centres);
  const authorisedPlaces = random.pick(PLACES);
  return { type: 'CHANGE_CENTRE', id, version: bookings.versionOf(id), from, authorisedPlaces };
};

/** What coordinators do beside booking: in a hundred attempts 5 offers, 4 answers, 3 corrections, 3 changes of a centre. */
const besides = (random: Random, city: HotCity, bookings: Bookings, dice: number): Change => {
  const offers = bookings.offers();
  const attended = bookings.attended();
  if (dice <= 3) return changingCentre(random, city, bookings);
  if (dice <= 6 && attended.length > 0) return correcting(random, attended);
  return dice <= 10 && offers.length > 0
    ? answering(random, bookings, offers)
    : offering(random, city, bookings);
};

/** Of the hundred, what milestones need: 4 to cover, 2 to uncover; 2 series and 1. */
const forMilestones = (random: Random, city: HotCity, bookings: Bookings, dice: number): Change => {
  const covering = bookings.covering();
  if (dice <= 2) return { type: 'COVER_SERIES', id: newId(), ...random.pick(city.series) };
  if (dice === 3) return { type: 'UNCOVER_SERIES', id: newId(), ...random.pick(city.series) };
  if (dice <= 5 && covering.length > 0) return { type: 'UNCOVER', ...random.pick(covering) };
  return { type: 'COVER', id: newId(), milestoneId: random.pick(city.milestoneIds) };
};

/** In a hundred attempts: 44 bookings, 18 moves, 14 cancellations, 9 for milestones, 15 besides. */
export const chooseChange = (random: Random, city: HotCity, bookings: Bookings): Change => {
  const dice = random.between(1, 100);
  if (dice <= 15) return besides(random, city, bookings, dice);
  if (dice <= 24) return forMilestones(random, city, bookings, dice - 15);
  const standing = bookings.standing();
  if (dice <= 68 || standing.length === 0) {
    const kind = random.pick(KINDS);
    const childId = random.pick(city.childIds);
    return { type: 'BOOK', id: newId(), childId, kind, ...somewhere(random, city) };
  }
  const { id, version } = random.pick(standing);
  if (dice <= 82) return { type: 'CANCEL', id, version };
  return { type: 'MOVE', id, version, ...somewhere(random, city) };
};
