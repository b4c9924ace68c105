import { saySpan } from '../../cover/cover.rules.ts';
import { CentresToChoose } from '../../graph/asked/centres-to-choose.ts';
import { PlacementsOfDay } from '../../graph/asked/placements-of-day.ts';
import { known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import type { PlacementsSearch } from '../../searches.rules.ts';
import { dayOf } from '../../time/city-time.rules.ts';
import { AbsentBlock } from '../../ui/absent.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { FirstVisit } from '../../ui/first-visit.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { NoCentres } from '../../ui/no-centres.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { walkRows } from '../../ui/walk-rows.ts';
import { ChosenPlacement } from './chosen-placement.tsx';
import { broughtBy, dayToLookAt } from './placements.rules.ts';
import { placementWords } from './words.ts';
import './placements.css';

type Props = { readonly search: PlacementsSearch; readonly onSearch: (search: PlacementsSearch) => void };

const Where = ({ search, day, onSearch }: Props & { readonly day: string }) => {
  const { data: answer, error, refetch } = useAnswer(CentresToChoose, {});
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  if (answer.data.centres.length === 0) return <NoCentres />;
  return (
    <div className="placements-where no-print">
      <ChoiceField
        label={placementWords.centre}
        value={search.centre ?? ''}
        of={answer.data.centres.map(({ id, name }) => ({ value: id, label: name }))}
        none={placementWords.chooseCentre}
        onChange={(centre) => onSearch({ day: search.day, centre })}
      />
      <InputField
        label={placementWords.day}
        type="date"
        value={day}
        onChange={(next) => onSearch({ ...search, day: next || undefined })}
      />
    </div>
  );
};

type OfDayProps = Props & { readonly centreId: string; readonly day: string };

const OfDay = ({ centreId, day, search, onSearch }: OfDayProps) => {
  const { data: answer, error, refetch } = useAnswer(PlacementsOfDay, { id: centreId, date: day });
  const onAgain = () => void refetch();
  if (!answer) return <NotRead error={error} onAgain={onAgain} />;
  const part = known(answer, ['centre', 'day'], answer.data.centre?.day);
  if (part.is !== 'known')
    return <AbsentBlock part={part} none={placementWords.nobody} owner="care" onAgain={onAgain} />;
  const { children, closureReason } = part.value;
  const brought = broughtBy(children);
  return (
    <>
      {closureReason ? <p className="list-title wrong">{placementWords.closed(closureReason)}</p> : null}
      <p className="list-title muted" role="status">
        {brought.length > 0 ? placementWords.who(brought.length) : placementWords.nobody}
      </p>
      <ul onKeyDown={walkRows}>
        {brought.map(({ id, child }) => (
          <li key={id}>
            <button
              type="button"
              className="placement-line"
              data-row
              aria-current={id === search.placement ? 'true' : undefined}
              onClick={() => onSearch({ ...search, placement: id })}
            >
              <b>
                {child.firstName} {child.lastName}
              </b>
              <span className="small muted figures">
                {child.section.name} · {saySpan(child.booking)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

/** The placements of a centre on a day, and of the chosen one what can be done, with what that takes. */
export const PlacementsPage = ({ search, onSearch }: Props) => {
  const day = search.day ?? dayToLookAt(dayOf(Date.now()));
  return (
    <div className="page">
      <div>
        <h1>{placementWords.title}</h1>
        <p className="muted">{placementWords.lead}</p>
      </div>
      <FirstVisit page="placements" sentences={placementWords.firstVisit} />
      <div className="placements">
        <section className="card placements-list" aria-label={placementWords.title}>
          <Where search={search} day={day} onSearch={onSearch} />
          {search.centre ? (
            <OfDay centreId={search.centre} day={day} search={search} onSearch={onSearch} />
          ) : (
            <p className="list-title muted">{placementWords.pickCentre}</p>
          )}
        </section>
        {search.placement ? (
          <ChosenPlacement key={search.placement} id={search.placement} />
        ) : (
          <p className="card placements-pick muted">{placementWords.pick}</p>
        )}
      </div>
    </div>
  );
};
