import { useCallback, useMemo, useRef, useState } from 'react';
import { AskFailed, ask } from '../graph/ask.ts';
import { CoverByChoice } from '../graph/asked/cover-by-choice.ts';
import { GiveBackCover } from '../graph/asked/give-back-cover.ts';
import { change } from '../graph/change.ts';
import type { Answer } from '../graph/known.rules.ts';
import { readAnew } from '../graph/use-answer.ts';
import { words } from '../messages/words.ts';
import { announce } from '../ui/live.ts';
import { type Choice, saySpan } from './cover.rules.ts';
import { coverWords } from './words.ts';

/** Where a milestone stands since somebody began to book for it on this page. */
export type Standing =
  | { readonly is: 'booking' }
  | {
      readonly is: 'booked' | 'undoing';
      readonly bookingIds: readonly string[];
      readonly places: readonly string[];
    }
  | { readonly is: 'undone' }
  | { readonly is: 'not-booked'; readonly message: string }
  | {
      readonly is: 'not-undone';
      readonly message: string;
      readonly bookingIds: readonly string[];
      readonly places: readonly string[];
    };

type Asked = { readonly id: string; readonly version: number };
type Refused = { readonly reason: string; readonly message: string };
type Booked = NonNullable<NonNullable<Answered['coverMilestone']>['bookings']>;
type Answered = Awaited<ReturnType<typeof sendBooking>>['data'];

const AGAIN_AFTER_MS = 1_000;
/** The agency that books has not heard of the change yet that this page has seen. */
const NOT_HEARD_YET = new Set(['VERSION_NOT_KNOWN_YET', 'TRY_AGAIN']);

const sendBooking = ({ id: milestoneId, version }: Asked, choices: readonly Choice[], id: string) =>
  ask(CoverByChoice, { input: { id, milestoneId, milestoneVersion: version, choices: [...choices] } });

const wordOf = (answer: Answer<{ coverMilestone: { refusal: Refused | null } | null }>): string =>
  answer.data.coverMilestone?.refusal?.reason ?? answer.problems[0]?.code ?? '';

const bookOnce = async (milestone: Asked, choices: readonly Choice[], id: string) => {
  const first = await sendBooking(milestone, choices, id);
  if (!NOT_HEARD_YET.has(wordOf(first))) return first;
  await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  return sendBooking(milestone, choices, id);
};

const placesOf = (bookings: Booked): readonly string[] =>
  bookings.map(
    (booking) => `${booking.child.firstName ?? ''} : ${booking.section.centre.name}, ${saySpan(booking)}`,
  );

const sentenceOf = (error: unknown): string =>
  error instanceof AskFailed ? error.message : words.failure.network;

const booked = async (milestone: Asked, choices: readonly Choice[], id: string): Promise<Standing> => {
  try {
    const { data, problems } = await bookOnce(milestone, choices, id);
    const { bookings, refusal } = data.coverMilestone ?? {};
    if (bookings && !refusal)
      return { is: 'booked', bookingIds: bookings.map((each) => each.id), places: placesOf(bookings) };
    return { is: 'not-booked', message: refusal?.message ?? problems[0]?.message ?? words.failure.network };
  } catch (error) {
    return { is: 'not-booked', message: sentenceOf(error) };
  }
};

export type GivenBack = { readonly problem: string | undefined };

/** Gives bookings of a milestone back; a sentence when they stand. */
export const giveBack = async (
  milestoneId: string,
  bookingIds: readonly string[],
  reason: string,
): Promise<GivenBack> => {
  const changed = await change(
    GiveBackCover,
    { input: { milestoneId, bookingIds: [...bookingIds], reason } },
    (data) => data.uncoverMilestone,
  );
  return { problem: changed.is === 'refused' ? changed.message : undefined };
};

export type BookingDesk = {
  readonly standingOf: (milestoneId: string) => Standing | undefined;
  /** Whether somebody began to book for it here: its row stays in sight, whatever the filter says. */
  readonly isTouched: (milestoneId: string) => boolean;
  /** Answers whether it was booked. */
  readonly book: (milestone: Asked, choices: readonly Choice[]) => Promise<boolean>;
  readonly undo: (milestoneId: string) => Promise<void>;
};

const told: Readonly<Record<Standing['is'], (standing: Standing) => string>> = {
  booking: () => '',
  booked: (standing) =>
    'places' in standing ? `${coverWords.booked(standing.places.length)}. ${standing.places.join('. ')}` : '',
  undoing: () => '',
  undone: () => coverWords.undone,
  'not-booked': () => '',
  'not-undone': () => '',
};

type Stand = (id: string, standing: Standing) => void;

const undone = async (id: string, standing: Standing | undefined, stand: Stand): Promise<void> => {
  if (!standing || !('bookingIds' in standing)) return;
  const { bookingIds, places } = standing;
  stand(id, { is: 'undoing', bookingIds, places });
  const { problem } = await giveBack(id, bookingIds, coverWords.undoReason);
  stand(
    id,
    problem === undefined ? { is: 'undone' } : { is: 'not-undone', message: problem, bookingIds, places },
  );
};

/** Books and undoes, for all rows of a page. */
export const useBookingDesk = (): BookingDesk => {
  const [standings, setStandings] = useState<ReadonlyMap<string, Standing>>(new Map());
  // Sent again after a broken connection, the same id books once.
  const ids = useRef(new Map<string, string>());
  const stand = useCallback((id: string, standing: Standing) => {
    setStandings((before) => new Map(before).set(id, standing));
    announce(told[standing.is](standing));
  }, []);

  const book = useCallback(
    async (milestone: Asked, choices: readonly Choice[]): Promise<boolean> => {
      const attempt = `${milestone.id} ${milestone.version} ${JSON.stringify(choices)}`;
      const id = ids.current.get(attempt) ?? crypto.randomUUID();
      ids.current.set(attempt, id);
      stand(milestone.id, { is: 'booking' });
      const standing = await booked(milestone, choices, id);
      if (standing.is === 'booked') ids.current.delete(attempt);
      stand(milestone.id, standing);
      void readAnew();
      return standing.is === 'booked';
    },
    [stand],
  );

  // The same while nothing is booked or undone: a row that shows the same need not be worked out again.
  return useMemo(
    () => ({
      standingOf: (id) => standings.get(id),
      isTouched: (id) => standings.has(id),
      book,
      undo: (id) => undone(id, standings.get(id), stand),
    }),
    [standings, book, stand],
  );
};
