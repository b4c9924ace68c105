import { SeekersIFollow } from '../../graph/asked/seekers-i-follow.ts';
import type { SeekersIFollowQuery } from '../../graph/asked/types.ts';
import { known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { SEEKERS_SHOWN, type SeekersSearch, seekersVariables } from '../../searches.rules.ts';
import { dayOf, sayNearDay, timeOf } from '../../time/city-time.rules.ts';
import { AbsentTag } from '../../ui/absent.tsx';
import { CoverChip } from '../../ui/cover-chip.tsx';
import { FirstVisit } from '../../ui/first-visit.tsx';
import { NothingYet } from '../../ui/nothing-yet.tsx';
import { MorePages, usePages } from '../../ui/pages.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import { type LookingFor, useLookedFor } from '../../ui/use-looked-for.ts';
import { walkRows } from '../../ui/walk-rows.ts';
import { AtDeskPart } from './at-desk-part.tsx';
import { FollowUpsPart } from './follow-ups-part.tsx';
import { ASKED, isFound, mayGoOn, nameOf, nextOf } from './seekers.rules.ts';
import { seekerWords } from './words.ts';
import './seekers.css';

type Shown = LookingFor<SeekersSearch>;
type Props = { readonly search: Shown; readonly onSearch: (search: Shown) => void };
type Seeker = SeekersIFollowQuery['myJobSeekers']['edges'][number]['node'];

const hours = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

const Filters = ({ search, onSearch }: Props) => (
  <fieldset className="filters no-print">
    <legend className="unseen">{seekerWords.filters}</legend>
    {SEEKERS_SHOWN.map((each) => (
      <button
        key={each}
        type="button"
        className="pill"
        aria-pressed={each === (search.show ?? 'open')}
        onClick={() => onSearch({ ...search, show: each })}
      >
        {seekerWords.show[each]}
      </button>
    ))}
    {/* Who waits has no name here. */}
    {search.show === 'desk' ? null : (
      <label className="find-name">
        <span className="unseen">{seekerWords.search}</span>
        <input
          id="search"
          type="search"
          className="input"
          placeholder={seekerWords.search}
          value={search.q ?? ''}
          onChange={({ target }) => onSearch({ ...search, q: target.value || undefined })}
        />
      </label>
    )}
  </fieldset>
);

type LineProps = {
  readonly seeker: Seeker;
  readonly index: number;
  readonly answer: Parameters<typeof known>[0];
};

const Next = ({ seeker, index, answer }: LineProps) => {
  const path = ['myJobSeekers', 'edges', index, 'node', 'family', 'milestones'];
  const part = known(answer, path, seeker.family?.milestones);
  if (part.is !== 'known') return <AbsentTag part={part} none={seekerWords.noNext} />;
  const found = nextOf(part.value, seeker.id);
  if (!found)
    return (
      <span className="faint">
        {mayGoOn(part.value, ASKED.ofAll) ? seekerWords.nextLater : seekerWords.noNext}
      </span>
    );
  const { node: next, index: at } = found;
  const cover = known(answer, [...path, 'edges', at, 'node', 'childcareCover'], next.childcareCover);
  const day = sayNearDay(dayOf(next.startsAt), dayOf(Date.now()), words.near, language);
  return (
    <>
      <span className="figures">
        {day}, {timeOf(next.startsAt)}
        {next.kind ? <span className="muted"> · {labels.MilestoneKind[next.kind]}</span> : null}
      </span>
      {cover.is === 'known' ? (
        <CoverChip status={cover.value.status} />
      ) : (
        <AbsentTag part={cover} none={seekerWords.noCover} />
      )}
    </>
  );
};

const SeekerLine = (props: LineProps) => {
  const { seeker } = props;
  const { engagementContract: contract, family, romeCode } = seeker;
  const name = nameOf(seeker, seekerWords.nameless);
  return (
    <li className="seeker-line">
      <p>
        <Link to="/job-seekers/$id" params={{ id: seeker.id }} className="strong" data-row>
          {name}
        </Link>{' '}
        <span className="faint figures">{family?.reference}</span>
      </p>
      <p className="row seeker-next">
        <Next {...props} />
      </p>
      <p className="small muted">
        {[romeCode, contract ? seekerWords.hoursToday(hours.format(contract.weeklyHoursToday)) : undefined]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {seeker.status === 'OPEN' ? (
        <Link
          to="/plan"
          search={{ seeker: seeker.id }}
          className="button dense no-print"
          aria-label={seekerWords.planFor(name)}
        >
          {words.shell.plan}
        </Link>
      ) : null}
    </li>
  );
};

const SeekersPart = ({ search, after }: Pick<Props, 'search'> & { readonly after: string | undefined }) => {
  const asked = useAnswer(SeekersIFollow, seekersVariables(search, after), { keepsLast: true });
  const { data: answer, error, refetch } = asked;
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { edges } = answer.data.myJobSeekers;
  const found = edges.flatMap(({ node }, index) => (isFound(node, search.q ?? '') ? [{ node, index }] : []));
  if (edges.length === 0 && after === undefined)
    return search.show === 'closed' ? (
      <p className="list-title muted">{seekerWords.noneClosed}</p>
    ) : (
      <NothingYet said={seekerWords.none} next={seekerWords.noneNext}>
        <Link to="/job-seekers" search={{ show: 'desk' }} className="button">
          {seekerWords.atDesk}
        </Link>
      </NothingYet>
    );
  if (found.length === 0 && after === undefined)
    return <p className="list-title muted">{seekerWords.noneSuch}</p>;
  return (
    <ul onKeyDown={walkRows}>
      {found.map(({ node, index }) => (
        <SeekerLine key={node.id} seeker={node} index={index} answer={answer} />
      ))}
    </ul>
  );
};

const List = ({ search }: Pick<Props, 'search'>) => {
  const pages = usePages(search.show ?? 'open');
  const last = useAnswer(SeekersIFollow, seekersVariables(search, pages.last), { keepsLast: true });
  return (
    <section className="card ruled" aria-label={seekerWords.title}>
      {pages.all.map((after) => (
        <SeekersPart key={after ?? 'first'} search={search} after={after} />
      ))}
      <MorePages page={last.data?.data.myJobSeekers.pageInfo} onMore={pages.more} />
    </section>
  );
};

const Count = ({ search }: Pick<Props, 'search'>) => {
  const { data, isFetching } = useAnswer(SeekersIFollow, seekersVariables(search, undefined), {
    keepsLast: true,
  });
  if (!data) return <p className="muted">{words.reading}</p>;
  const { totalCount, isExact } = data.data.myJobSeekers;
  return (
    <p className="muted">
      {seekerWords.count(totalCount, !isExact)} · <AsOf askedAt={data.askedAt} isReading={isFetching} />
    </p>
  );
};

const Lead = ({ search }: Pick<Props, 'search'>) => {
  if (search.show === 'due') return <p className="muted">{seekerWords.followUpsLead}</p>;
  if (search.show === 'desk') return <p className="muted">{seekerWords.atDeskLead}</p>;
  return <Count search={search} />;
};

const Part = ({ search }: Pick<Props, 'search'>) => {
  if (search.show === 'due') return <FollowUpsPart search={search.q ?? ''} />;
  return search.show === 'desk' ? <AtDeskPart /> : <List search={search} />;
};

/** The people an advisor follows, whose milestone comes next first; and what became of those who found work. */
export const SeekersPage = (asked: Props) => {
  const { search, onSearch } = useLookedFor('/job-seekers', asked);
  return (
    <div className="page">
      <div>
        <h1>{seekerWords.title}</h1>
        <Lead search={search} />
      </div>
      <FirstVisit page="job-seekers" sentences={seekerWords.firstVisit} />
      <Filters search={search} onSearch={onSearch} />
      <Part search={search} />
    </div>
  );
};
