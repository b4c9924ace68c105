import { useState } from 'react';
import { DaysThatSuit } from '../../graph/asked/days-that-suit.ts';
import { known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import type { PlanSearch } from '../../searches.rules.ts';
import { dayOf } from '../../time/city-time.rules.ts';
import { AbsentBlock } from '../../ui/absent.tsx';
import { FirstVisit } from '../../ui/first-visit.tsx';
import { useUnsaved } from '../../ui/use-unsaved.ts';
import { DaysPart } from './days-part.tsx';
import { ForecastPart } from './forecast-part.tsx';
import { type Draft, daysAround, isWritten, newDraft } from './plan.rules.ts';
import { PlanForm } from './plan-form.tsx';
import { type Planned, PlannedPart } from './planned-part.tsx';
import { planWords } from './words.ts';
import './plan.css';

export type PlanProps = {
  readonly search: PlanSearch;
  readonly onSearch: (search: PlanSearch) => void;
};

type SeenProps = {
  readonly seekerId: string | undefined;
  readonly draft: Draft;
  readonly onDay: (day: string) => void;
};

/** What is known of care, beside the form: at the hour that is typed, and of two weeks. */
const Foreseen = ({ seekerId, draft, onDay }: SeenProps) => {
  const span = daysAround(draft.day, dayOf(Date.now()));
  const { data: answer, refetch } = useAnswer(
    DaysThatSuit,
    { jobSeekerId: seekerId ?? '', ...span },
    { isWanted: seekerId !== undefined, keepsLast: true },
  );
  if (!seekerId) return <p className="card plan-part muted">{planWords.pick}</p>;
  const seeker = answer && known(answer, ['jobSeeker'], answer.data.jobSeeker);
  if (seeker && seeker.is !== 'known')
    return (
      <div className="card plan-part">
        <AbsentBlock
          part={seeker}
          none={planWords.noSeeker}
          owner="jobSearch"
          onAgain={() => void refetch()}
        />
      </div>
    );
  return (
    <>
      <ForecastPart seekerId={seekerId} draft={draft} />
      <DaysPart seekerId={seekerId} span={span} draft={draft} onDay={onDay} />
    </>
  );
};

/** An hour is found at which the children are looked after; then it is fixed, and what is missing is booked. */
export const PlanPage = ({ search, onSearch }: PlanProps) => {
  const [draft, setDraft] = useState(() => newDraft(dayOf(Date.now())));
  const [planned, setPlanned] = useState<Planned>();
  useUnsaved(!planned && isWritten(draft));
  const another = () => {
    setPlanned(undefined);
    setDraft({ ...draft, title: '', place: '' });
  };
  return (
    <div className="page">
      <div>
        <h1>{planWords.title}</h1>
        <p className="muted">{planWords.lead}</p>
      </div>
      <FirstVisit page="plan" sentences={planWords.firstVisit} />
      {planned ? (
        <PlannedPart planned={planned} onAnother={another} />
      ) : (
        <div className="plan">
          <PlanForm
            seekerId={search.seeker}
            onSeeker={(seeker) => onSearch({ seeker })}
            draft={draft}
            onDraft={setDraft}
            onPlanned={setPlanned}
          />
          <div className="stack plan-seen">
            <Foreseen
              key={search.seeker}
              seekerId={search.seeker}
              draft={draft}
              onDay={(day) => setDraft({ ...draft, day })}
            />
          </div>
        </div>
      )}
    </div>
  );
};
