import { axisOf, saySpan, stretchOf } from '../../cover/cover.rules.ts';
import { HourScale, LaneBoard } from '../../cover/lanes.tsx';
import type { WouldBeCoveredQuery } from '../../graph/asked/types.ts';
import { WouldBeCovered } from '../../graph/asked/would-be-covered.ts';
import { known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { AbsentBlock } from '../../ui/absent.tsx';
import { CoverChip } from '../../ui/cover-chip.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { beyondForecast, type Draft, lanesOfForecast, type Times, timesOf, verdictOf } from './plan.rules.ts';
import { planWords } from './words.ts';

type Forecast = NonNullable<NonNullable<WouldBeCoveredQuery['jobSeeker']>['coverForecast']>;

const Foreseen = ({ forecast, times }: { readonly forecast: Forecast; readonly times: Times }) => {
  const needed = stretchOf({ startsAt: forecast.neededFrom, endsAt: forecast.neededTo });
  const axis = axisOf([needed]);
  const verdict = verdictOf(forecast);
  return (
    <>
      <p className="row" role="status">
        <CoverChip status={forecast.status} />
        <b className={verdict === 'lacking' ? 'wrong' : ''}>{planWords.verdict[verdict]}</b>
      </p>
      <div>
        <HourScale axis={axis} />
        <LaneBoard
          lanes={lanesOfForecast(forecast, planWords.coming)}
          needed={needed}
          milestone={stretchOf(times)}
          axis={axis}
        />
      </div>
      <p className="small muted">
        {planWords.needed(saySpan({ startsAt: forecast.neededFrom, endsAt: forecast.neededTo }))}{' '}
        {verdict === 'possible' ? planWords.nothingHeld : ''}{' '}
        {forecast.children.some(({ isIfBornAsExpected }) => isIfBornAsExpected) ? planWords.ifBorn : ''}
      </p>
    </>
  );
};

type AskedProps = { readonly seekerId: string; readonly times: Times; readonly isTyping: boolean };

const Asked = ({ seekerId, times, isTyping }: AskedProps) => {
  const asked = useAnswer(WouldBeCovered, { jobSeekerId: seekerId, ...times }, { keepsLast: true });
  const { data: answer, error, refetch } = asked;
  const onAgain = () => void refetch();
  const isOld = isTyping || asked.isPlaceholderData;
  if (!answer) return <NotRead error={error} onAgain={onAgain} />;
  const part = known(answer, ['jobSeeker', 'coverForecast'], answer.data.jobSeeker?.coverForecast);
  if (part.is !== 'known')
    return <AbsentBlock part={part} none={planWords.noSeeker} owner="care" onAgain={onAgain} />;
  return (
    <div className={`stack${isOld ? ' plan-old' : ''}`} aria-busy={isOld}>
      <Foreseen forecast={part.value} times={times} />
    </div>
  );
};

const SETTLED_MS = 300;

const Said = ({ seekerId, times }: { readonly seekerId: string; readonly times: Times }) => {
  const { data: answer } = useAnswer(WouldBeCovered, { jobSeekerId: seekerId, ...times });
  if (!answer) return <p className="plan-verdict muted">{planWords.computing}</p>;
  const forecast = answer.data.jobSeeker?.coverForecast;
  if (!forecast) return null;
  return (
    <p className="plan-verdict">
      <CoverChip status={forecast.status} /> {planWords.verdict[verdictOf(forecast)]}
    </p>
  );
};

/** On a narrow screen the forecast stands below the form: what it comes to is said beside the button as well. */
export const VerdictLine = ({ seekerId, draft }: { readonly seekerId: string; readonly draft: Draft }) => {
  const settled = useSettled(draft, SETTLED_MS);
  const times = timesOf(settled);
  if (!times) return null;
  if (settled !== draft) return <p className="plan-verdict muted">{planWords.computing}</p>;
  return <Said seekerId={seekerId} times={times} />;
};

/** Whether the children would have care at the hour that is typed: asked once nobody types any more. */
export const ForecastPart = ({ seekerId, draft }: { readonly seekerId: string; readonly draft: Draft }) => {
  const settled = useSettled(draft, SETTLED_MS);
  const times = timesOf(settled);
  const beyond = beyondForecast(settled);
  return (
    <section className="card plan-part" aria-labelledby="at-this-hour">
      <h2 id="at-this-hour">{planWords.atThisHour}</h2>
      {times ? (
        <Asked seekerId={seekerId} times={times} isTyping={settled !== draft} />
      ) : (
        <p className="muted">{beyond ? planWords.beyondForecast[beyond] : planWords.typeHours}</p>
      )}
    </section>
  );
};
