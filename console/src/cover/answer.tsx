import { useEffect, useLayoutEffect, useRef } from 'react';
import { words } from '../messages/words.ts';
import { CoverChip } from '../ui/cover-chip.tsx';
import type { BookingDesk, Standing } from './booking-desk.ts';
import { type Cover, proposalsOf, withoutPlace } from './cover.rules.ts';
import { StandingNote } from './standing-note.tsx';
import { coverWords } from './words.ts';

type AnswerProps = {
  readonly milestoneId: string;
  readonly cover: Cover;
  readonly standing: Standing | undefined;
  /** It can still be booked for: it is neither over nor called off. */
  readonly isOpen: boolean;
};

const Proposals = ({ cover }: { readonly cover: Cover }) => {
  const proposals = proposalsOf(cover);
  const missing = withoutPlace(cover);
  return (
    <>
      {missing.length > 0 ? (
        <p className="small">
          <b>{coverWords.noPlace(words.and(missing))}</b> {coverWords.seeWhy}
        </p>
      ) : null}
      {missing.length === 0
        ? proposals.map(({ key, centre, span, children }) => (
            <p key={key} className="small">
              <b>{centre}</b>, <span className="figures">{span}</span>
              {cover.children.length > 1 ? <span className="muted"> · {words.and(children)}</span> : null}
            </p>
          ))
        : null}
    </>
  );
};

const Unknown = () => (
  <p className="small muted">
    {coverWords.unknownWhy} <b>{coverWords.askReferent}</b>
  </p>
);

/** Whether the row still shows what could be booked, or what came of it. */
const showsProposal = (standing: Standing | undefined): boolean =>
  standing === undefined || standing.is === 'undone' || standing.is === 'booking';

/** What a row answers: the state of the cover, the place that would be booked, and what came of booking it. */
export const CoverAnswer = ({ cover, standing, isOpen }: AnswerProps) => (
  <div className="cover-answer">
    <CoverChip status={cover.status} />
    {standing ? <StandingNote standing={standing} /> : null}
    {isOpen && cover.status === 'UNKNOWN' ? <Unknown /> : null}
    {isOpen && cover.status !== 'UNKNOWN' && showsProposal(standing) ? <Proposals cover={cover} /> : null}
  </div>
);

type ActionProps = {
  readonly milestoneId: string;
  readonly name: string;
  readonly standing: Standing | undefined;
  readonly desk: BookingDesk;
  readonly isBookable: boolean;
  readonly onBook: () => void;
};

type UndoProps = { readonly isUndoing: boolean; readonly onUndo: () => void; readonly name: string };
type BookProps = { readonly isBooking: boolean; readonly onBook: () => void; readonly name: string };

const Undo = ({ isUndoing, onUndo, name }: UndoProps) => (
  <button type="button" className="button" aria-disabled={isUndoing} onClick={isUndoing ? undefined : onUndo}>
    {isUndoing ? coverWords.undoing : coverWords.undo}
    <span className="unseen">{name}</span>
  </button>
);

const Book = ({ isBooking, onBook, name }: BookProps) => (
  <button
    type="button"
    className="button primary"
    aria-disabled={isBooking}
    onClick={isBooking ? undefined : onBook}
  >
    {isBooking ? coverWords.booking : coverWords.book}
    <span className="unseen">{name}</span>
  </button>
);

const BOOKED = new Set(['booked', 'undoing', 'not-undone']);

/** What took the focus away with it hands it on: to the button in its place, else to the row until there is one. */
const useFocusKept = (place: React.RefObject<HTMLDivElement | null>): void => {
  const hadFocus = useRef(false);
  const lentTo = useRef<Element>(null);
  useLayoutEffect(() => {
    const { current } = place;
    const isLost = hadFocus.current && document.activeElement === document.body;
    const isLent = lentTo.current !== null && document.activeElement === lentTo.current;
    if (isLost || isLent) {
      const button = current?.querySelector('button');
      const row = current?.closest('li')?.querySelector<HTMLElement>('[data-row]');
      (button ?? row)?.focus();
      lentTo.current = button ? null : (row ?? null);
    }
  });
  useEffect(() => {
    const { current } = place;
    const note = ({ relatedTarget, type }: FocusEvent) => {
      if (type === 'focusin') hadFocus.current = true;
      if (type === 'focusout' && relatedTarget) hadFocus.current = false;
    };
    current?.addEventListener('focusin', note);
    current?.addEventListener('focusout', note);
    return () => {
      current?.removeEventListener('focusin', note);
      current?.removeEventListener('focusout', note);
    };
  }, [place]);
};

/** One button to a row, always at the same place: book, then undo. It keeps the focus while it changes. */
export const CoverAction = ({ milestoneId, name, standing, desk, isBookable, onBook }: ActionProps) => {
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place);
  const kind = standing?.is ?? 'new';
  const isBooked = BOOKED.has(kind);
  const isOffered = !isBooked && (isBookable || kind === 'booking');
  return (
    <div ref={place} className="cover-action no-print">
      {isBooked ? (
        <Undo isUndoing={kind === 'undoing'} onUndo={() => void desk.undo(milestoneId)} name={name} />
      ) : null}
      {isOffered ? <Book isBooking={kind === 'booking'} onBook={onBook} name={name} /> : null}
    </div>
  );
};
