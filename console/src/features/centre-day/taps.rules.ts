export type TapKind = 'ARRIVED' | 'LEFT' | 'ABSENT';

/** What somebody touched at the door, with the time at which it was: it may be sent later. */
export type Tap = {
  /** Made at the touch: sent again, it is noted once. */
  readonly id: string;
  readonly bookingId: string;
  readonly kind: TapKind;
  readonly at: string;
};

export type Answered = {
  readonly id: string;
  readonly refusal: { readonly reason: string; readonly message: string } | null;
};

export type Settled = {
  /** Still to be sent. */
  readonly waiting: readonly Tap[];
  /** Refused for good, by booking. */
  readonly refused: ReadonlyMap<string, string>;
};

/** A line that somebody else holds at the moment is sent again; every other answer settles it. */
const AGAIN = 'TRY_AGAIN';

/** What is left of the taps once some were answered; those touched meanwhile stay. */
export const settle = (taps: readonly Tap[], answers: readonly Answered[]): Settled => {
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

type Noted = { readonly status: string; readonly arrivedAt: string | null; readonly leftAt: string | null };

export type Presence = 'expected' | 'here' | 'left' | 'absent';

const presenceOf = ({ status, arrivedAt, leftAt }: Noted): Presence => {
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

/** What a page left behind when it was read anew: only what is well formed is taken up. */
export const tapsFrom = (text: string | null): readonly Tap[] => {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((each) => typeof each?.id === 'string' && typeof each?.at === 'string')
      : [];
  } catch {
    return [];
  }
};
