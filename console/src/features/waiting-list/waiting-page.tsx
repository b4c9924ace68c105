import { ThoseWhoWait } from '../../graph/asked/those-who-wait.ts';
import type { ThoseWhoWaitQuery } from '../../graph/asked/types.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { KINDS, type WaitingSearch, waitingVariables } from '../../searches.rules.ts';
import { dayOf, sayDay } from '../../time/city-time.rules.ts';
import { DistrictField } from '../../ui/district-field.tsx';
import { FirstVisit } from '../../ui/first-visit.tsx';
import { NothingYet } from '../../ui/nothing-yet.tsx';
import { MorePages, usePages } from '../../ui/pages.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import { type LookingFor, useLookedFor } from '../../ui/use-looked-for.ts';
import { walkRows } from '../../ui/walk-rows.ts';
import { ChosenRequest } from './chosen-request.tsx';
import { CommissionBar } from './commission-part.tsx';
import { waitingWords } from './words.ts';
import './waiting.css';

type Shown = LookingFor<WaitingSearch>;
type WaitingProps = { readonly search: Shown; readonly onSearch: (search: Shown) => void };

type Request = ThoseWhoWaitQuery['waitingList']['edges'][number]['node'];

const score = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const day = (of: string) => sayDay(of, 'date', language);

const Filters = ({ search, onSearch }: WaitingProps) => (
  <fieldset className="filters no-print">
    <legend className="unseen">{waitingWords.filters}</legend>
    {[undefined, ...KINDS].map((kind) => (
      <button
        key={kind ?? 'all'}
        type="button"
        className="pill"
        aria-pressed={search.kind === kind}
        onClick={() => onSearch({ ...search, kind })}
      >
        {kind ? labels.CareKind[kind] : waitingWords.all}
      </button>
    ))}
    <label className="find-name">
      <span className="unseen">{waitingWords.search}</span>
      <input
        id="search"
        type="search"
        className="input"
        placeholder={waitingWords.search}
        value={search.q ?? ''}
        onChange={({ target }) => onSearch({ ...search, q: target.value || undefined })}
      />
    </label>
    <DistrictField value={search.district} onChange={(district) => onSearch({ ...search, district })} />
  </fieldset>
);

type LineProps = { readonly request: Request; readonly isChosen: boolean; readonly onChoose: () => void };

const RequestLine = ({ request, isChosen, onChoose }: LineProps) => (
  <li id={`about-${request.id}`}>
    <button
      type="button"
      className="waiting-line"
      data-row
      aria-current={isChosen ? 'true' : undefined}
      onClick={onChoose}
    >
      <span className="waiting-score figures">
        <span className="unseen">{waitingWords.score} </span>
        {request.priority ? score.format(request.priority.score) : '–'}
      </span>
      <span className="waiting-who">
        <b>{request.child.firstName}</b>
        <span className="muted small">{request.family?.displayName}</span>
      </span>
      <span className="small">
        {labels.CareKind[request.kind]}
        <span className="muted"> · {waitingWords.from(day(request.firstDay))}</span>
      </span>
      <span className="faint">
        {request.status === 'SUBMITTED'
          ? waitingWords.waits(day(dayOf(request.submittedAt)))
          : labels.CareRequestStatus[request.status]}
      </span>
    </button>
  </li>
);

const RequestPart = ({ search, onSearch, after }: WaitingProps & { readonly after: string | undefined }) => {
  const variables = waitingVariables(search, after);
  const { data: answer, error, refetch } = useAnswer(ThoseWhoWait, variables, { keepsLast: true });
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { edges } = answer.data.waitingList;
  const isFiltered = Boolean(search.q ?? search.kind ?? search.district);
  if (edges.length === 0 && after === undefined)
    return isFiltered ? (
      <p className="list-title muted">{waitingWords.noneSuch}</p>
    ) : (
      <NothingYet said={waitingWords.none} next={waitingWords.noneNext}>
        <Link to="/families" className="button">
          {words.shell.families}
        </Link>
      </NothingYet>
    );
  return (
    <ul onKeyDown={walkRows}>
      {edges.map(({ node }) => (
        <RequestLine
          key={node.id}
          request={node}
          isChosen={node.id === search.request}
          onChoose={() => onSearch({ ...search, request: node.id })}
        />
      ))}
    </ul>
  );
};

/** Who waits for a place, and beside them the places that the chosen one could have. */
export const WaitingPage = (asked: WaitingProps) => {
  const { search, onSearch } = useLookedFor('/waiting', asked);
  const pages = usePages(JSON.stringify([search.kind, search.q, search.district]));
  const first = useAnswer(ThoseWhoWait, waitingVariables(search, undefined), { keepsLast: true });
  const last = useAnswer(ThoseWhoWait, waitingVariables(search, pages.last), { keepsLast: true });
  const list = first.data?.data.waitingList;
  return (
    <div className="page">
      <div>
        <h1>{waitingWords.title}</h1>
        <p className="muted">
          {list ? waitingWords.count(list.totalCount, !list.isExact) : ''}
          {first.data ? (
            <>
              {' · '}
              <AsOf askedAt={first.data.askedAt} isReading={first.isFetching} />
            </>
          ) : null}
        </p>
      </div>
      <FirstVisit page="waiting" sentences={waitingWords.firstVisit} />
      <Filters search={search} onSearch={onSearch} />
      {search.kind === 'LONG_TERM' ? <CommissionBar /> : null}
      <div className="waiting">
        <section className="card waiting-list" aria-label={waitingWords.title}>
          {pages.all.map((after) => (
            <RequestPart key={after ?? 'first'} search={search} onSearch={onSearch} after={after} />
          ))}
          <MorePages page={last.data?.data.waitingList.pageInfo} onMore={pages.more} />
        </section>
        {search.request ? (
          <ChosenRequest key={search.request} id={search.request} />
        ) : (
          <p className="card waiting-pick muted">{waitingWords.pick}</p>
        )}
      </div>
    </div>
  );
};
