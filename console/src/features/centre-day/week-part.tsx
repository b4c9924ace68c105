import { WeekOfCentre } from '../../graph/asked/week-of-centre.ts';
import { known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import { sayDay } from '../../time/city-time.rules.ts';
import { AbsentTag } from '../../ui/absent.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { dayWords } from './words.ts';

type WeekProps = {
  readonly centreId: string;
  readonly date: string;
  readonly onDay: (day: string) => void;
};

/** How many children are expected on each day of the week, against the places. */
export const WeekOfCentrePart = ({ centreId, date, onDay }: WeekProps) => {
  const {
    data: answer,
    error,
    refetch,
  } = useAnswer(WeekOfCentre, { id: centreId, date }, { keepsLast: true });
  const part = answer && known(answer, ['centre', 'week'], answer.data.centre?.week);
  return (
    <section className="card door-week" aria-labelledby="centre-week">
      <h2 id="centre-week">{dayWords.week}</h2>
      {part ? null : <NotRead error={error} onAgain={() => void refetch()} />}
      {part && part.is !== 'known' ? <AbsentTag part={part} none="" /> : null}
      {part?.is === 'known' ? (
        <ol>
          {part.value.days.map((day) => (
            <li key={day.date}>
              <button
                type="button"
                className="door-week-day"
                aria-current={day.date === date ? 'date' : undefined}
                onClick={() => onDay(day.date)}
              >
                <span className="strong">{sayDay(day.date, 'short', language)}</span>
                <span>{day.closureReason ?? dayWords.children(day.expectedChildren)}</span>
                {day.closureReason || day.expectedChildren === 0 ? null : (
                  <span className="faint">{dayWords.peak(day.peakChildren, day.places)}</span>
                )}
              </button>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
};
