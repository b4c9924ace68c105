import { useState } from 'react';
import { WherePlacesAre } from '../../graph/asked/where-places-are.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { dayOf, mondayOf } from '../../time/city-time.rules.ts';
import { HALF_HOUR_S, InputField } from '../../ui/input-field.tsx';
import { MorePages, usePages } from '../../ui/pages.tsx';
import { Problem } from '../../ui/problem.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { lackOf, type Wanted, wantedVariables } from './places.rules.ts';
import type { PlacesProps } from './places-page.tsx';
import { placesWords } from './words.ts';

type FoundProps = PlacesProps & {
  readonly wanted: Wanted;
  readonly after: string | undefined;
  readonly isLast: boolean;
  readonly onMore: (after: string) => void;
};

const FoundPage = ({ wanted, after, isLast, onMore, search, onSearch }: FoundProps) => {
  const variables = wantedVariables(wanted, search.district, after);
  const { data: answer, error, refetch } = useAnswer(WherePlacesAre, variables);
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { edges, pageInfo, totalCount, isExact } = answer.data.freePlaces;
  const { day } = wanted;
  return (
    <>
      {after === undefined ? (
        <p className="strong" role="status">
          {totalCount > 0 ? placesWords.found(totalCount, !isExact) : placesWords.none}
        </p>
      ) : null}
      <ul>
        {edges.map(({ node: { section, freePlaces } }) => (
          <li key={section.id} className="spread places-found">
            <span>
              {section.centre.name} <span className="muted small">· {section.name}</span>
              <br />
              <b className="small">{placesWords.free(freePlaces)}</b>
            </span>
            <button
              type="button"
              className="button dense no-print"
              onClick={() => onSearch({ ...search, monday: mondayOf(day), centre: section.centre.id, day })}
            >
              {placesWords.show}
              <span className="unseen">
                {section.centre.name}, {section.name}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {isLast ? <MorePages page={pageInfo} onMore={onMore} /> : null}
    </>
  );
};

const Found = (props: PlacesProps & { readonly wanted: Wanted }) => {
  const pages = usePages(JSON.stringify([props.wanted, props.search.district]));
  return pages.all.map((after) => (
    <FoundPage
      key={after ?? 'first'}
      {...props}
      after={after}
      isLast={after === pages.last}
      onMore={pages.more}
    />
  ));
};

type FieldsProps = { readonly draft: Wanted; readonly set: (more: Partial<Wanted>) => void };

const Fields = ({ draft, set }: FieldsProps) => (
  <>
    <InputField
      label={placesWords.wantedDay}
      type="date"
      value={draft.day}
      onChange={(day) => set({ day })}
    />
    <InputField
      label={placesWords.wantedFrom}
      type="time"
      step={HALF_HOUR_S}
      value={draft.from}
      onChange={(from) => set({ from })}
    />
    <InputField
      label={placesWords.wantedTo}
      type="time"
      step={HALF_HOUR_S}
      value={draft.to}
      onChange={(to) => set({ to })}
    />
    <InputField
      label={placesWords.wantedAge}
      type="number"
      min={0}
      max={99}
      value={draft.age}
      onChange={(age) => set({ age })}
    />
  </>
);

/** Free places for given hours; it is asked when somebody says so, not at each key. */
export const FindPlaces = (props: PlacesProps) => {
  const [draft, setDraft] = useState<Wanted>(() => ({
    day: props.search.day ?? dayOf(Date.now()),
    from: '09:00',
    to: '12:00',
    age: '',
  }));
  const [wanted, setWanted] = useState<Wanted>();
  const [problem, setProblem] = useState<string>();
  const set = (more: Partial<Wanted>) => {
    setProblem(undefined);
    setDraft({ ...draft, ...more });
  };
  const look = (event: React.FormEvent) => {
    event.preventDefault();
    const lack = lackOf(draft);
    setProblem(lack && placesWords.lacks[lack]);
    setWanted(lack ? undefined : draft);
  };
  return (
    <section className="card places-find" aria-labelledby="find-places">
      <h2 id="find-places">{placesWords.find}</h2>
      <p className="small muted">{placesWords.findLead}</p>
      <form className="places-wanted no-print" onSubmit={look} noValidate>
        <Fields draft={draft} set={set} />
        <button type="submit" className="button">
          {placesWords.look}
        </button>
      </form>
      <Problem said={problem} />
      {wanted ? <Found wanted={wanted} {...props} /> : null}
    </section>
  );
};
