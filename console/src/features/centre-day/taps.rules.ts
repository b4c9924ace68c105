export type TapKind = 'ARRIVED' | 'LEFT' | 'ABSENT';

/** What somebody touched at the door, with the time at which it was: it may be sent later. */
export type Tap = {
  /** Made at the touch: sent again, it is noted once. */
  readonly id: string;
  readonly bookingId: string;
  readonly kind: TapKind;
  readonly at: string;
};

/** A tap as the browser keeps it: with who made it, in whose name alone it is sent. */
export type KeptTap = Tap & { readonly by: string };

export type Answered = {
  readonly id: string;
  readonly refusal: { readonly reason: string; readonly message: string } | null;
};

export type Settled<Of extends Tap> = {
  /** Still to be sent. */
  readonly waiting: readonly Of[];
  /** Refused for good, by booking. */
  readonly refused: ReadonlyMap<string, string>;
};

/** A line that somebody else holds at the moment is sent again; every other answer settles it. */
const AGAIN = 'TRY_AGAIN';

/** What is left of the taps once some were answered; those touched meanwhile stay. */
export const settle = <Of extends Tap>(taps: readonly Of[], answers: readonly Answered[]): Settled<Of> => {
  const byId = new Map(answers.map((each) => [each.id, each]));
  const refused = new Map<string, string>();
  const waiting = taps.filter((tap) => {
    const answer = byId.get(tap.id);
    if (answer?.refusal && answer.refusal.reason !== AGAIN)
      refused.set(tap.bookingId, answer.refusal.message);
    return !answer || answer.refusal?.reason === AGAIN;
  });
  return { waiting, refused };
};

export type Noted = {
  readonly status: string;
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
};

export type Presence = 'expected' | 'here' | 'left' | 'absent';

export const presenceOf = ({ status, arrivedAt, leftAt }: Noted): Presence => {
  if (status === 'ABSENT') return 'absent';
  if (leftAt) return 'left';
  return status === 'ATTENDED' || arrivedAt ? 'here' : 'expected';
};

const after: Readonly<Record<TapKind, Presence>> = { ARRIVED: 'here', LEFT: 'left', ABSENT: 'absent' };

/** Where a child is: as noted, or as touched since and not sent yet. */
export const presenceWith = (bookingId: string, noted: Noted, taps: readonly Tap[]): Presence => {
  const last = taps.findLast((tap) => tap.bookingId === bookingId);
  return last ? after[last.kind] : presenceOf(noted);
};

/** The touches that are offered, the usual first. */
export const offered: Readonly<Record<Presence, readonly TapKind[]>> = {
  expected: ['ARRIVED', 'ABSENT'],
  here: ['LEFT'],
  left: [],
  absent: [],
};

/** The last touch of a child taken back, unless it was ever sent: it may be noted though nobody answered, and is put right instead. */
export const takenBack = <Of extends Tap>(
  taps: readonly Of[],
  bookingId: string,
  sent: ReadonlySet<string>,
): readonly Of[] => {
  const last = taps.findLast((tap) => tap.bookingId === bookingId);
  return last && !sent.has(last.id) ? taps.filter((tap) => tap !== last) : taps;
};

/** What a page left behind when it was read anew: only what is well formed is taken up. */
export const tapsFrom = (text: string | null): readonly KeptTap[] => {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((each) => ['id', 'at', 'by'].every((of) => typeof each?.[of] === 'string'))
      : [];
  } catch {
    return [];
  }
};

/** One's own taps are sent; what somebody else touched on this screen waits until they sign in again. */
export const apart = (
  taps: readonly KeptTap[],
  sub: string,
): { readonly own: readonly KeptTap[]; readonly others: readonly KeptTap[] } => ({
  own: taps.filter(({ by }) => by === sub),
  others: taps.filter(({ by }) => by !== sub),
});

/** What is sent of a tap: who made it is told by the session. */
export const lineOf = ({ id, bookingId, kind, at }: Tap) => ({ id, bookingId, kind, at });
