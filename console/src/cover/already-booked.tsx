import { useState } from 'react';
import { announce } from '../ui/live.ts';
import { giveBack } from './booking-desk.ts';
import { saySpan } from './cover.rules.ts';
import type { CoverMilestone } from './milestone.ts';
import { coverWords } from './words.ts';

type Booking = NonNullable<CoverMilestone['bookings']>[number];
type FormProps = { readonly milestoneId: string; readonly booking: Booking; readonly onDone: () => void };

const GiveBackForm = ({ milestoneId, booking, onDone }: FormProps) => {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setProblem(coverWords.reasonNeeded);
    setBusy(true);
    const { problem: refused } = await giveBack(milestoneId, [booking.id], reason.trim());
    setBusy(false);
    if (refused !== undefined) return setProblem(refused);
    announce(coverWords.undone);
    onDone();
  };
  const field = `reason-${booking.id}`;
  return (
    <form className="stack give-back" onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor={field}>{coverWords.giveBackReason}</label>
        <input
          id={field}
          className="input"
          value={reason}
          maxLength={500}
          aria-describedby={`${field}-hint`}
          onChange={(event) => setReason(event.target.value)}
        />
        <p id={`${field}-hint`} className="faint">
          {coverWords.giveBackHint}
        </p>
      </div>
      {problem ? (
        <p className="wrong" role="alert">
          {problem}
        </p>
      ) : null}
      <div className="row">
        <button type="submit" className="button dense" disabled={isBusy}>
          {isBusy ? coverWords.undoing : coverWords.giveBackTitle}
        </button>
        <button type="button" className="button dense plain" onClick={onDone}>
          {coverWords.keep}
        </button>
      </div>
    </form>
  );
};

/** What is booked for a milestone already; what has not begun can be given back, with a reason. */
export const AlreadyBooked = ({ milestone }: { readonly milestone: CoverMilestone }) => {
  const [givingBack, setGivingBack] = useState<string>();
  const bookings = (milestone.bookings ?? []).filter(({ status }) => status === 'CONFIRMED');
  if (bookings.length === 0) return null;
  return (
    <div className="already">
      <p className="strong small">{coverWords.already}</p>
      <ul className="already">
        {bookings.map((booking) => (
          <li key={booking.id}>
            <span className="small">
              {coverWords.alreadyLine(
                booking.child.firstName ?? '',
                booking.section.centre.name,
                saySpan(booking),
              )}
            </span>
            {givingBack === booking.id ? (
              <GiveBackForm
                milestoneId={milestone.id}
                booking={booking}
                onDone={() => setGivingBack(undefined)}
              />
            ) : null}
            {givingBack !== booking.id && Date.parse(booking.startsAt) > Date.now() ? (
              <button type="button" className="button dense" onClick={() => setGivingBack(booking.id)}>
                {coverWords.giveBack}
                <span className="unseen">{saySpan(booking)}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
};
