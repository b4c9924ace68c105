import type { StoredBooking } from './capacity-sweep.ts';
import type { Attempt, Change, SeenBooking } from './journal.ts';
import { heldProblems, lostOffers, type OfferEvidence } from './judge-offers.ts';

type Evidence = {
  /** What was acknowledged of each booking, by its id. */
  readonly seen: ReadonlyMap<string, readonly SeenBooking[]>;
  /** What may have been done although no acknowledgement of it arrived. */
  readonly possible: readonly Change[];
  readonly acknowledged: readonly Attempt[];
  readonly offers: OfferEvidence;
};

const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
};

const acknowledgedBy = ({ answer }: Attempt): readonly SeenBooking[] => answer?.acknowledged ?? [];

/** Refused after an answer was lost: the first sending may have been done, and the second refused for that. */
const mayBeDone = ({ answer }: Attempt): boolean =>
  answer === null || (answer.acknowledged === undefined && answer.wasLost);

const evidenceOf = (attempts: readonly Attempt[], planted: readonly SeenBooking[]): Evidence => {
  const possible = attempts.filter(mayBeDone).map(({ change }) => change);
  const acknowledged = attempts.filter(({ answer }) => answer?.acknowledged !== undefined);
  const done = acknowledged.map(({ change }) => change);
  return {
    ...{ possible, acknowledged, offers: { done, possible } },
    seen: grouped([...planted, ...attempts.flatMap(acknowledgedBy)], ({ id }) => id),
  };
};

const stateOf = ({ status, childId, sectionId, startsAt, endsAt }: SeenBooking): string =>
  [status, childId, sectionId, startsAt, endsAt].join(' ');

/** The same version of a booking was acknowledged in two shapes. */
const contradictions = ({ seen }: Evidence): string[] =>
  [...seen].flatMap(([id, sightings]) =>
    [...grouped(sightings, ({ version }) => String(version))]
      .filter(([, same]) => new Set(same.map(stateOf)).size > 1)
      .map(([version]) => `booking ${id} was acknowledged in two shapes at version ${version}`),
  );

/** A move to where the booking is already, or a correction to what stands, is acknowledged and changes nothing: its version stays. */
const changedNothing = ({ change, answer }: Attempt): boolean =>
  (change.type === 'MOVE' || change.type === 'CORRECT') &&
  (answer?.acknowledged ?? []).some(({ id, version }) => id === change.id && version === change.version);

type OfVersion = Extract<Change, { readonly type: 'MOVE' | 'CANCEL' | 'CORRECT' | 'ACCEPT' | 'DECLINE' }>;

const isOfVersion = (change: Change): change is OfVersion =>
  ['MOVE', 'CANCEL', 'CORRECT', 'ACCEPT', 'DECLINE'].includes(change.type);

/** Two changes of one version of a booking were both acknowledged. */
const doublyChanged = ({ acknowledged }: Evidence): string[] => {
  const changes = acknowledged
    .filter((attempt) => !changedNothing(attempt))
    .flatMap(({ change }) => (isOfVersion(change) ? [`${change.id} at version ${change.version}`] : []));
  return [...grouped(changes, (each) => each)]
    .filter(([, same]) => same.length > 1)
    .map(([each]) => `two changes of booking ${each} were acknowledged`);
};

const latestOf = (sightings: readonly SeenBooking[]): SeenBooking | undefined =>
  sightings.toSorted((one, other) => other.version - one.version)[0];

/** Whether all of a series was covered or given back, this one with it. */
const isOfSeries = (change: Change, { milestoneId }: StoredBooking): boolean =>
  (change.type === 'COVER_SERIES' || change.type === 'UNCOVER_SERIES') &&
  milestoneId !== null &&
  change.milestoneIds.includes(milestoneId);

/** What serves a milestone is given back at whatever version it is. */
const isLaterChange = (change: Change, stored: StoredBooking, version: number): boolean => {
  const { id } = stored;
  if (change.type === 'UNCOVER') return change.id === id;
  if (change.type === 'UNCOVER_SERIES') return isOfSeries(change, stored);
  return isOfVersion(change) && change.id === id && change.version === version;
};

const resultsIn = (change: Change, stored: StoredBooking): boolean => {
  if (change.type === 'CORRECT') return stored.status === change.outcome;
  if (change.type !== 'MOVE') return stored.status === 'CANCELLED';
  return (
    stored.status === 'CONFIRMED' &&
    change.sectionId === stored.sectionId &&
    change.startsAt === stored.startsAt &&
    change.endsAt === stored.endsAt
  );
};

/** Every version after the last acknowledged one must be a change whose answer was lost, and the last one be stored. */
const unexplained = (stored: StoredBooking, from: number, possible: readonly Change[]): string[] => {
  for (let version = from; version < stored.version; version += 1) {
    const changes = possible.filter((change) => isLaterChange(change, stored, version));
    const isLast = version === stored.version - 1;
    const isExplained = isLast ? changes.some((change) => resultsIn(change, stored)) : changes.length > 0;
    if (!isExplained) return [`booking ${stored.id} has a version ${version + 1} that nobody asked for`];
  }
  return [];
};

const lostOrChanged = (stored: StoredBooking, latest: SeenBooking, { possible }: Evidence): string[] => {
  if (stored.version < latest.version)
    return [
      `LOST: booking ${stored.id} was acknowledged at version ${latest.version}, not ${stored.version}`,
    ];
  if (stored.version === latest.version)
    return stateOf(stored) === stateOf(latest)
      ? []
      : [`LOST: booking ${stored.id} is not as acknowledged: ${stateOf(stored)}, not ${stateOf(latest)}`];
  return unexplained(stored, latest.version, possible);
};

/** A row that no acknowledgement names must be one whose answer was lost. */
const isPossible = (stored: StoredBooking, { possible }: Evidence): boolean =>
  possible.some(
    (change) =>
      (change.type === 'BOOK' && change.id === stored.id) ||
      (change.type === 'COVER' && change.milestoneId === stored.milestoneId) ||
      (change.type === 'COVER_SERIES' && isOfSeries(change, stored)),
  );

const problemsOf = (stored: StoredBooking, evidence: Evidence): string[] => {
  if (stored.offerId) return heldProblems(stored, stored.offerId, evidence.offers);
  const latest = latestOf(evidence.seen.get(stored.id) ?? []);
  if (latest) return lostOrChanged(stored, latest, evidence);
  if (!isPossible(stored, evidence))
    return [`DUPLICATE: booking ${stored.id} is stored, and nobody asked for it`];
  return unexplained(stored, 1, evidence.possible);
};

/** Compares what was acknowledged with what is stored; answers everything that does not fit. */
export const judge = (
  attempts: readonly Attempt[],
  stored: readonly StoredBooking[],
  planted: readonly SeenBooking[] = [],
): string[] => {
  const evidence = evidenceOf(attempts, planted);
  const storedIds = new Set(stored.map(({ id }) => id));
  const missing = [...evidence.seen.keys()].filter((id) => !storedIds.has(id));
  return [
    ...missing.map((id) => `LOST: booking ${id} was acknowledged and is not stored`),
    ...stored.flatMap((each) => problemsOf(each, evidence)),
    ...lostOffers(evidence.offers, stored),
    ...contradictions(evidence),
    ...doublyChanged(evidence),
  ];
};
