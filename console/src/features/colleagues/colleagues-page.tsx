import { useDeferredValue } from 'react';
import { Colleagues } from '../../graph/asked/colleagues.ts';
import type { ColleaguesQuery } from '../../graph/asked/types.ts';
import { WhatIKeep } from '../../graph/asked/what-i-keep.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { agencyName } from '../../messages/agency.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { type ColleaguesSearch, colleaguesVariables } from '../../searches.rules.ts';
import { usePerson } from '../../shell/use-session.ts';
import { dayOf, sayDay } from '../../time/city-time.rules.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { useDialog } from '../../ui/dialogs.tsx';
import { MorePages, usePages } from '../../ui/pages.tsx';
import { Phone } from '../../ui/phone.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { type LookingFor, useLookedFor } from '../../ui/use-looked-for.ts';
import { mayKeep } from './colleagues.rules.ts';
import { AbsenceForm, AddForm, BackForm, DepartureForm } from './keep-forms.tsx';
import { TakeOverForm } from './take-over-form.tsx';
import { colleagueWords } from './words.ts';
import './colleagues.css';

export type Colleague = ColleaguesQuery['professionals']['edges'][number]['node'];
type Shown = LookingFor<ColleaguesSearch>;
type Props = { readonly search: Shown; readonly onSearch: (search: Shown) => void };
type Keeping = { readonly isAdministrator: boolean; readonly own: string };

const day = (of: string) => sayDay(of, 'date', language);

const saidAway = ({ isAbsent, absentFrom, absentTo }: Colleague): string => {
  if (!absentFrom) return '';
  if (absentTo) return colleagueWords.away(day(absentFrom), day(absentTo));
  return isAbsent ? colleagueWords.awayOpen(day(absentFrom)) : colleagueWords.willBeAway(day(absentFrom));
};

const isAwayOrWillBe = ({ absentFrom, absentTo }: Colleague): boolean =>
  absentFrom !== null && (absentTo === null || absentTo > dayOf(Date.now()));

const KeepButtons = ({ of }: { readonly of: Colleague }) => {
  const open = useDialog();
  const isAway = isAwayOrWillBe(of);
  return (
    <p className="row no-print">
      <button
        type="button"
        className="button dense"
        onClick={() =>
          open((close) =>
            isAway ? <BackForm of={of} onClose={close} /> : <AbsenceForm of={of} onClose={close} />,
          )
        }
      >
        {isAway ? colleagueWords.back : colleagueWords.absence}
        <span className="unseen">{of.name}</span>
      </button>
      <button
        type="button"
        className="button dense"
        onClick={() => open((close) => <TakeOverForm of={of} onClose={close} />)}
      >
        {colleagueWords.takeOver}
        <span className="unseen">{of.name}</span>
      </button>
      <button
        type="button"
        className="button plain dense"
        onClick={() => open((close) => <DepartureForm of={of} onClose={close} />)}
      >
        {colleagueWords.departure}
        <span className="unseen">{of.name}</span>
      </button>
    </p>
  );
};

const Line = ({ of, keeping }: { readonly of: Colleague; readonly keeping: Keeping }) => (
  <li className="colleague">
    <div>
      <p className="row">
        <b>{of.name}</b>
        {of.isAbsent && !of.hasDeparted ? <span className="tag late">{saidAway(of)}</span> : null}
      </p>
      <p className="small muted">
        {[labels.ProfessionalRole[of.role], agencyName(of.agency), of.place].filter(Boolean).join(' · ')}
      </p>
      <p className="small">
        {[
          of.departedOn ? colleagueWords.departed(day(of.departedOn)) : '',
          !of.isAbsent && isAwayOrWillBe(of) ? saidAway(of) : '',
          of.standIn && isAwayOrWillBe(of) ? colleagueWords.standIn(of.standIn.name) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
    {of.phone ? <Phone number={of.phone} name={of.name} /> : null}
    {mayKeep(of, keeping) ? <KeepButtons of={of} /> : null}
  </li>
);

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
          <Line key={node.id} of={node} keeping={keeping} />
        ))}
      </ul>
      {isLast ? <MorePages page={pageInfo} onMore={onMore} /> : null}
    </>
  );
};

const Filters = ({ search, onSearch }: Props) => (
  <fieldset className="filters no-print">
    <legend className="unseen">{colleagueWords.title}</legend>
    {[undefined, 'all' as const].map((show) => (
      <button
        key={show ?? 'mine'}
        type="button"
        className="pill"
        aria-pressed={search.show === show}
        onClick={() => onSearch({ ...search, show })}
      >
        {show ? colleagueWords.all : colleagueWords.mine}
      </button>
    ))}
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
  </fieldset>
);

/** Who works where, who is away and who stands in; an administrator keeps those of the own agency. */
export const ColleaguesPage = (asked: Props) => {
  const { search, onSearch } = useLookedFor('/colleagues', asked);
  const q = useDeferredValue(search.q);
  const person = usePerson();
  const open = useDialog();
  const { data: answer } = useAnswer(WhatIKeep, {});
  const pages = usePages(JSON.stringify([search.show, search.departed, q]));
  const isAdministrator = answer?.data.me?.isAdministrator === true;
  const keeping = { isAdministrator, own: person?.agency ?? '' };
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
      <Filters search={search} onSearch={onSearch} />
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
    </div>
  );
};
