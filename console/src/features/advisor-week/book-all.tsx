import { useEffect, useRef, useState } from 'react';
import type { BookingDesk } from '../../cover/booking-desk.ts';
import { proposalsOf, shownChoices } from '../../cover/cover.rules.ts';
import type { BoardMilestone } from '../../cover/milestone.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayDay, timeOf } from '../../time/city-time.rules.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { announce } from '../../ui/live.ts';
import { weekWords } from './words.ts';

type LineProps = {
  readonly milestone: BoardMilestone;
  readonly isChosen: boolean;
  readonly isBusy: boolean;
  readonly onToggle: () => void;
};

const Line = ({ milestone, isChosen, isBusy, onToggle }: LineProps) => (
  <li>
    <label className="book-line">
      <input type="checkbox" checked={isChosen} disabled={isBusy} onChange={onToggle} />
      <span>
        <b>{milestone.family?.displayName ?? weekWords.notShared}</b>{' '}
        <span className="muted figures">
          {sayDay(dayOf(milestone.startsAt), 'short', language)}, {timeOf(milestone.startsAt)}
        </span>
        {milestone.childcareCover
          ? proposalsOf(milestone.childcareCover).map(({ key, centre, span, children }) => (
              <span key={key} className="small book-place">
                {words.and(children)} : {centre}, <span className="figures">{span}</span>
              </span>
            ))
          : null}
      </span>
    </label>
  </li>
);

type Progress = {
  readonly asked: number;
  readonly of: number;
  readonly booked: number;
  readonly isOver: boolean;
};

type BookAllProps = {
  readonly milestones: readonly BoardMilestone[];
  readonly desk: BookingDesk;
  readonly onClose: () => void;
};

/** Whether what asks was taken off the page meanwhile. */
const useClosed = () => {
  const isClosed = useRef(false);
  useEffect(() => {
    isClosed.current = false;
    return () => {
      isClosed.current = true;
    };
  }, []);
  return isClosed;
};

type Each = {
  readonly desk: BookingDesk;
  readonly wanted: readonly BoardMilestone[];
  readonly isStopped: () => boolean;
  readonly tell: (progress: Progress) => void;
};

const bookOne = async (desk: BookingDesk, milestone: BoardMilestone): Promise<boolean> =>
  milestone.childcareCover !== null && desk.book(milestone, shownChoices(milestone.childcareCover));

/** One after the other; closing the list stops after the one that is under way. Answers how many were booked. */
const bookEach = async ({ desk, wanted, isStopped, tell }: Each): Promise<number> => {
  let booked = 0;
  for (const [index, milestone] of wanted.entries()) {
    if (isStopped()) return booked;
    tell({ asked: index, of: wanted.length, booked, isOver: false });
    if (await bookOne(desk, milestone)) booked += 1;
  }
  tell({ asked: wanted.length, of: wanted.length, booked, isOver: true });
  return booked;
};

const useBookThem = ({ desk, onClose }: Pick<BookAllProps, 'desk' | 'onClose'>) => {
  const [progress, setProgress] = useState<Progress>();
  const isClosed = useClosed();
  const bookThem = async (wanted: readonly BoardMilestone[]) => {
    const isStopped = () => isClosed.current;
    const booked = await bookEach({ desk, wanted, isStopped, tell: setProgress });
    announce(weekWords.done(booked, wanted.length));
    if (booked === wanted.length) onClose();
  };
  return { progress, bookThem };
};

type FootProps = {
  readonly progress: Progress | undefined;
  readonly count: number;
  readonly onBook: () => void;
  readonly onClose: () => void;
};

const Foot = ({ progress, count, onBook, onClose }: FootProps) => (
  <>
    <button type="button" className="button" onClick={onClose}>
      {words.close}
    </button>
    {progress?.isOver ? null : (
      <button
        type="button"
        className="button primary"
        disabled={progress !== undefined || count === 0}
        onClick={onBook}
      >
        {weekWords.bookThese(count)}
      </button>
    )}
  </>
);

/** The list first, each line with a check box: nobody books twelve places unseen. Each line has its own answer in its row. */
export const BookAll = ({ milestones, desk, onClose }: BookAllProps) => {
  // As the list was when it was opened: it must not change under the pointer.
  const [listed] = useState(milestones);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { progress, bookThem } = useBookThem({ desk, onClose });
  const wanted = listed.filter(({ id }) => !left.has(id));
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const foot = (
    <Foot progress={progress} count={wanted.length} onBook={() => void bookThem(wanted)} onClose={onClose} />
  );
  return (
    <Dialog title={weekWords.bookAllTitle} onClose={onClose} foot={foot}>
      <p className="muted">{weekWords.bookAllLead}</p>
      <ul className="book-lines">
        {listed.map((milestone) => (
          <Line
            key={milestone.id}
            milestone={milestone}
            isChosen={!left.has(milestone.id)}
            isBusy={progress !== undefined}
            onToggle={() => toggle(milestone.id)}
          />
        ))}
      </ul>
      {progress ? <BookingProgress progress={progress} /> : null}
    </Dialog>
  );
};

const BookingProgress = ({ progress: { asked, of, booked, isOver } }: { readonly progress: Progress }) => (
  <div>
    <progress max={of} value={asked} aria-label={weekWords.bookAllTitle} />
    <p className="strong">{isOver ? weekWords.done(booked, of) : weekWords.progress(booked, of)}</p>
  </div>
);
