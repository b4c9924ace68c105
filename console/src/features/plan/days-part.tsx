import { placeOn, type Stretch, sayStretch, stretchOf } from '../../cover/cover.rules.ts';
import { Bars } from '../../cover/lanes.tsx';
import { coverWords } from '../../cover/words.ts';
import { DaysThatSuit } from '../../graph/asked/days-that-suit.ts';
import { known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import { sayDay } from '../../time/city-time.rules.ts';
import { AbsentBlock } from '../../ui/absent.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { walkRows } from '../../ui/walk-rows.ts';
import { DAY_AXIS, type Draft, daysOfSeries, type ForecastDay, fitOf, hoursNeeded } from './plan.rules.ts';
import { planWords } from './words.ts';

type DayProps = {
  readonly day: ForecastDay;
  readonly hours: Stretch | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

const percent = (hours: Stretch) => {
  const { left, width } = placeOn(hours, DAY_AXIS);
  return { left: `${left}%`, width: `${width}%` };
};

const DayRow = ({ day, hours, isChosen, onChoose }: DayProps) => {
  const said = sayDay(day.date, 'short', language);
  const fit = hours && fitOf(day, hours);
  return (
    <li>
      <button type="button" className="plan-day" data-row aria-pressed={isChosen} onClick={onChoose}>
        <span className="figures">{said}</span>
        <span className="lane plan-lane" aria-hidden="true">
          <Bars kind="possible" stretches={day.couldBeCovered.map(stretchOf)} axis={DAY_AXIS} />
          <Bars kind="cared" stretches={day.covered.map(stretchOf)} axis={DAY_AXIS} />
          {hours ? <span className="plan-wanted" style={percent(hours)} /> : null}
        </span>
        <span className={`small plan-fit ${fit ?? ''}`}>{fit ? planWords.fit[fit] : ''}</span>
      </button>
    </li>
  );
};

type Props = {
  readonly seekerId: string;
  readonly span: { readonly from: string; readonly to: string };
  readonly draft: Draft;
  readonly onDay: (day: string) => void;
};

const Legend = () => (
  <ul className="legend" aria-label={coverWords.legend}>
    {(['cared', 'possible'] as const).map((kind) => (
      <li key={kind}>
        <span className={`bar ${kind}`} />
        {coverWords[kind]}
      </li>
    ))}
  </ul>
);

/** Two weeks at a glance: on which days the wanted hours have care, or could have it. */
export const DaysPart = ({ seekerId, span, draft, onDay }: Props) => {
  const asked = useAnswer(DaysThatSuit, { jobSeekerId: seekerId, ...span }, { keepsLast: true });
  const { data: answer, error, refetch } = asked;
  const onAgain = () => void refetch();
  const days =
    answer && known(answer, ['jobSeeker', 'coverForecastOfDays'], answer.data.jobSeeker?.coverForecastOfDays);
  const hours = hoursNeeded(draft);
  const chosen = draft.repeats ? daysOfSeries(draft) : [draft.day];
  return (
    <section className="card plan-part" aria-labelledby="days">
      <h2 id="days">{planWords.days}</h2>
      {hours ? <p className="small muted">{planWords.daysLead(sayStretch(hours))}</p> : null}
      <Legend />
      {days ? null : <NotRead error={error} onAgain={onAgain} />}
      {days && days.is !== 'known' ? (
        <AbsentBlock part={days} none="" owner="care" onAgain={onAgain} />
      ) : null}
      <ul className="plan-days" onKeyDown={walkRows}>
        {days?.is === 'known'
          ? days.value.map((day) => (
              <DayRow
                key={day.date}
                day={day}
                hours={hours}
                isChosen={chosen.includes(day.date)}
                onChoose={() => onDay(day.date)}
              />
            ))
          : null}
      </ul>
    </section>
  );
};
