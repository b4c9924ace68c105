import { Icon } from '../ui/icons.tsx';
import type { Standing } from './booking-desk.ts';
import { coverWords } from './words.ts';

const Refused = ({ lead, message }: { readonly lead: string; readonly message: string }) => (
  <p className="small wrong refused" role="alert">
    <Icon name="warning" />
    <span>
      <b>{lead}</b> {message}
    </span>
  </p>
);

/** What came of booking for a milestone on this page. */
export const StandingNote = ({ standing }: { readonly standing: Standing }) => {
  if (standing.is === 'not-booked')
    return <Refused lead={coverWords.nothingBooked} message={standing.message} />;
  if (standing.is === 'not-undone') return <Refused lead={coverWords.notUndone} message={standing.message} />;
  if (standing.is === 'undone') return <p className="small muted">{coverWords.undone}</p>;
  if (standing.is === 'booking') return null;
  return (
    <div className="small booked">
      <p>
        <b>{coverWords.booked(standing.places.length)}</b>
      </p>
      {standing.places.map((place) => (
        <p key={place} className="figures">
          {place}
        </p>
      ))}
    </div>
  );
};
