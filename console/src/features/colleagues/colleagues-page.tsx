import { useDeferredValue } from 'react';
import { Colleagues } from '../../graph/asked/colleagues.ts';
import { WhatIKeep } from '../../graph/asked/what-i-keep.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { COLLEAGUES_SHOWN, type ColleaguesSearch, colleaguesVariables } from '../../searches.rules.ts';
import { usePerson } from '../../shell/use-session.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { useDialog } from '../../ui/dialogs.tsx';
import { MorePages, usePages } from '../../ui/pages.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { type LookingFor, useLookedFor } from '../../ui/use-looked-for.ts';
import { ColleagueLine } from './colleague-line.tsx';
import type { Keeping } from './colleagues.rules.ts';
import { AddForm } from './entry-forms.tsx';
import { SessionsPart } from './sessions-part.tsx';
import { colleagueWords } from './words.ts';

type Shown = LookingFor<ColleaguesSearch>;
type Props = { readonly search: Shown; readonly onSearch: (search: Shown) => void };

type PageProps = {
  readonly search: Shown;
  readonly keeping: Keeping;
  readonly after: string | undefined;
  readonly isLast: boolean;
  readonly onMore: (after: string) => void;
};

const ColleaguesPart = ({ search, keeping, after, isLast, onMore }: PageProps) => {
  const variables = colleaguesVariables(search, keeping.own, after);
  const { data: answer, error, refetch } = useAnswer(Colleagues, variables, { keepsLast: true });
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { edges, pageInfo } = answer.data.professionals;
  return (
    <>
      {after === undefined ? (
        <p className="list-title muted" role="status">
          {edges.length === 0
            ? colleagueWords.none
            : colleagueWords.count(edges.length, pageInfo.hasNextPage)}
        </p>
      ) : null}
      <ul>
        {edges.map(({ node }) => (
          <ColleagueLine key={node.id} of={node} keeping={keeping} />
        ))}
      </ul>
      {isLast ? <MorePages page={pageInfo} onMore={onMore} /> : null}
    </>
  );
};

const FindColleague = ({ search, onSearch }: Props) => (
  <>
    <label className="find-name">
      <span className="unseen">{colleagueWords.search}</span>
      <input
        id="search"
        type="search"
        className="input"
        placeholder={colleagueWords.search}
        value={search.q ?? ''}
        onChange={({ target }) => onSearch({ ...search, q: target.value || undefined })}
      />
    </label>
    <CheckBox
      label={colleagueWords.withDeparted}
      isTicked={search.departed === 'yes'}
      onTick={(isTicked) => onSearch({ ...search, departed: isTicked ? 'yes' : undefined })}
    />
  </>
);

const showsOf = (isAdministrator: boolean) => [
  undefined,
  ...COLLEAGUES_SHOWN.filter((show) => isAdministrator || show !== 'sessions'),
];

type FiltersProps = Props & { readonly isAdministrator: boolean };

const Filters = ({ search, onSearch, isAdministrator }: FiltersProps) => (
  <fieldset className="filters no-print">
    <legend className="unseen">{colleagueWords.title}</legend>
    {showsOf(isAdministrator).map((show) => (
      <button
        key={show ?? 'mine'}
        type="button"
        className="pill"
        aria-pressed={search.show === show}
        onClick={() => onSearch({ ...search, show })}
      >
        {colleagueWords.shows[show ?? 'mine']}
      </button>
    ))}
    {search.show === 'sessions' ? null : <FindColleague search={search} onSearch={onSearch} />}
  </fieldset>
);

type ListProps = { readonly search: Shown; readonly keeping: Keeping };

const Directory = ({ search, keeping }: ListProps) => {
  const q = useDeferredValue(search.q);
  const pages = usePages(JSON.stringify([search.show, search.departed, q]));
  return (
    <section className="card ruled" aria-label={colleagueWords.title}>
      {pages.all.map((after) => (
        <ColleaguesPart
          key={after ?? 'first'}
          search={{ ...search, q }}
          keeping={keeping}
          after={after}
          isLast={after === pages.last}
          onMore={pages.more}
        />
      ))}
    </section>
  );
};

/** Who works where, who is away and who stands in; an administrator keeps those of the own agency, and ends their sessions. */
export const ColleaguesPage = (asked: Props) => {
  const { search, onSearch } = useLookedFor('/colleagues', asked);
  const person = usePerson();
  const open = useDialog();
  const { data: answer } = useAnswer(WhatIKeep, {});
  const isAdministrator = answer?.data.me?.isAdministrator === true;
  // Until it is known whether one keeps the directory, the address is believed.
  const isSessions = search.show === 'sessions' && (answer === undefined || isAdministrator);
  const shown = { ...search, show: isSessions || search.show === 'all' ? search.show : undefined };
  const keeping = { isAdministrator, own: person?.agency ?? '', self: person?.sub ?? '' };
  return (
    <div className="page">
      <div className="spread">
        <div>
          <h1>{colleagueWords.title}</h1>
          <p className="muted">{isAdministrator ? colleagueWords.leadAdmin : colleagueWords.lead}</p>
        </div>
        {isAdministrator ? (
          <button
            type="button"
            className="button no-print"
            onClick={() => open((close) => <AddForm onClose={close} />)}
          >
            {colleagueWords.add}
          </button>
        ) : null}
      </div>
      <Filters search={shown} onSearch={onSearch} isAdministrator={isAdministrator} />
      {shown.show === 'sessions' ? <SessionsPart /> : <Directory search={shown} keeping={keeping} />}
    </div>
  );
};
