import { isDay } from '../../time/city-time.rules.ts';

export type Draft = {
  readonly centreId: string;
  readonly from: string;
  readonly to: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly reason: string;
};

export type Lack = 'CENTRE' | 'DAYS' | 'REASON';

/** What the page itself sees missing; all else is for the graph to say. */
export const lackOf = ({ centreId, from, to, reason }: Draft): Lack | undefined => {
  if (centreId === '') return 'CENTRE';
  if (!isDay(from) || !isDay(to) || to < from) return 'DAYS';
  return reason.trim() === '' ? 'REASON' : undefined;
};

/** The staff of a centre close their own, whoever coordinates any. */
export const closable = <Of extends { readonly id: string }>(
  centres: readonly Of[],
  own: readonly { readonly id: string }[] | undefined,
): readonly Of[] => (own ? centres.filter(({ id }) => own.some((each) => each.id === id)) : centres);

type Sent = { readonly id: string; readonly preview: boolean; readonly confirmed: boolean };

export const inputOf = (draft: Draft, sent: Sent) => ({
  ...sent,
  centreIds: [draft.centreId],
  from: draft.from,
  to: draft.to,
  reason: draft.reason.trim(),
  opensAt: draft.opensAt || null,
  closesAt: draft.closesAt || null,
});

type Closure = {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly reason: string;
};

export type Closed<Of extends Closure> = {
  readonly key: string;
  readonly first: Of;
  readonly centres: readonly { readonly closureId: string; readonly name: string }[];
};

/** Closures of the same days and reason together, soonest first: a holiday closes all centres at once. */
export const together = <Of extends Closure>(
  centres: readonly { readonly id: string; readonly name: string; readonly closures: readonly Of[] }[],
  centreId: string,
): readonly Closed<Of>[] => {
  const groups = new Map<string, Closed<Of>>();
  for (const { id, name, closures } of centres) {
    if (centreId !== '' && id !== centreId) continue;
    for (const closure of closures) {
      const { startsOn, endsOn, opensAt, closesAt, reason } = closure;
      const key = [startsOn, endsOn, opensAt, closesAt, reason].join(' ');
      const group = groups.get(key) ?? { key, first: closure, centres: [] };
      groups.set(key, { ...group, centres: [...group.centres, { closureId: closure.id, name }] });
    }
  }
  return [...groups.values()].sort((one, other) => one.first.startsOn.localeCompare(other.first.startsOn));
};

/** What a closure takes of milestones: no list is no answer, and not "none". */
export const uncoveredOf = (list: readonly unknown[] | null): 'unknown' | 'none' | 'some' => {
  if (list === null) return 'unknown';
  return list.length === 0 ? 'none' : 'some';
};

type Option = {
  readonly kind: 'LONG_TERM' | 'FLEXIBLE' | 'SHORT_TERM' | 'EMERGENCY';
  readonly startsAt: string;
  readonly endsAt: string;
  readonly section: { readonly id: string };
};

type Stay<Place> = {
  readonly startsAt: string;
  readonly booking: { readonly id: string };
  readonly options: readonly Place[] | null;
};

/** A booking may have lost its start and its end: both are lines of their own. */
export const stayKey = ({ booking, startsAt }: Pick<Stay<unknown>, 'booking' | 'startsAt'>): string =>
  `${booking.id} ${startsAt}`;

/** What is chosen of each stay, by the key of its option; its first one until somebody chooses. */
export type Chosen = ReadonlyMap<string, string>;

export const NOWHERE = '';

/** Options are read anew: a place is known by its section and start, and not by where it stands. */
export const optionKey = ({ section, startsAt }: Pick<Option, 'section' | 'startsAt'>): string =>
  `${section.id} ${startsAt}`;

export const optionOf = <Place extends Option>(stay: Stay<Place>, chosen: Chosen): Place | undefined => {
  const key = chosen.get(stayKey(stay));
  if (key === undefined) return stay.options?.[0];
  return stay.options?.find((option) => optionKey(option) === key);
};

/** What somebody chose is there no longer: nothing is chosen in its place. */
export const isGone = <Place extends Option>(stay: Stay<Place>, chosen: Chosen): boolean =>
  (chosen.get(stayKey(stay)) ?? NOWHERE) !== NOWHERE && optionOf(stay, chosen) === undefined;

/** The lines that are sent, each with the id by which it is booked once. */
export const linesOf = <Place extends Option>(
  stays: readonly Stay<Place>[],
  chosen: Chosen,
  idOf: (key: string) => string,
) =>
  stays.flatMap((stay) => {
    const option = optionOf(stay, chosen);
    if (!option) return [];
    const { kind, startsAt, endsAt, section } = option;
    const id = idOf(`${stayKey(stay)} ${section.id} ${startsAt}`);
    return [{ id, bookingId: stay.booking.id, sectionId: section.id, kind, startsAt, endsAt }];
  });
