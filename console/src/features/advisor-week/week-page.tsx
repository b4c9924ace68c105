import { useDeferredValue, useMemo, useState } from 'react';
import { type BookingDesk, useBookingDesk } from '../../cover/booking-desk.ts';
import { Legend } from '../../cover/lanes.tsx';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { boardVariables, SHOWS, type Show, type WeekSearch } from '../../searches.rules.ts';
import { addDays, dayOf, sayDay, weekToLookAt } from '../../time/city-time.rules.ts';
import { FirstVisit } from '../../ui/first-visit.tsx';
import { Icon } from '../../ui/icons.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import { type LookingFor, useLookedFor } from '../../ui/use-looked-for.ts';
import { BookAll } from './book-all.tsx';
import { DayBoard } from './day-board.tsx';
import { type Board, useBoard } from './use-board.ts';
import { bookable, countsOf, daysOf, shown } from './week.rules.ts';
import { weekWords } from './words.ts';
import './week.css';

type Shown = LookingFor<WeekSearch>;
type Props = { readonly search: Shown; readonly onSearch: (search: Shown) => void };

const WeekButtons = ({ search, onSearch }: Props) => {
  const monday = search.monday ?? weekToLookAt(dayOf(Date.now()));
  const go = (days: number) => onSearch({ ...search, monday: addDays(monday, days) });
  return (
    <>
      <button type="button" className="button square" aria-label={weekWords.previous} onClick={() => go(-7)}>
        <Icon name="left" />
      </button>
      <button type="button" className="button" onClick={() => onSearch({ ...search, monday: undefined })}>
        {weekWords.current}
      </button>
      <button type="button" className="button square" aria-label={weekWords.next} onClick={() => go(7)}>
        <Icon name="right" />
      </button>
    </>
  );
};

type FilterProps = Props & {
  readonly counts: Readonly<Record<Show, number>>;
  readonly isRead: boolean;
  readonly show: Show;
};

/** Those that would show nothing are left out, once that is known. */
const isOffered = (
  each: Show,
  { counts, show, isRead }: Pick<FilterProps, 'counts' | 'show' | 'isRead'>,
): boolean => !isRead || counts[each] > 0 || [show, 'to-settle', 'all'].includes(each);

const Filters = ({ search, onSearch, counts, show, isRead }: FilterProps) => (
  <fieldset className="filters no-print">
    <legend className="unseen">{weekWords.filters}</legend>
    {SHOWS.filter((each) => isOffered(each, { counts, show, isRead })).map((each) => (
      <button
        key={each}
        type="button"
        className="pill"
        aria-pressed={each === show}
        onClick={() => onSearch({ ...search, show: each })}
      >
        {weekWords.show[each]} <b>{counts[each]}</b>
      </button>
    ))}
    <label className="find-name">
      <span className="unseen">{words.search.label}</span>
      <input
        id="search"
        type="search"
        className="input"
        placeholder={words.search.label}
        value={search.q ?? ''}
        onChange={(event) => onSearch({ ...search, q: event.target.value || undefined })}
      />
    </label>
  </fieldset>
);

type EmptyProps = Props & { readonly all: number; readonly show: Show };

const Empty = ({ all, show, search, onSearch }: EmptyProps) => {
  const isSettled = show === 'to-settle' && all > 0 && !search.q;
  const said = isSettled ? weekWords.allSettled : weekWords.emptyFilter;
  return (
    <div className="card empty">
      <p>{all === 0 ? weekWords.empty : said}</p>
      {all > 0 ? (
        <button
          type="button"
          className="button"
          onClick={() => onSearch({ monday: search.monday, show: 'all' })}
        >
          {weekWords.seeAll}
        </button>
      ) : (
        <p className="row no-print">
          <Link to="/plan" className="button">
            {words.shell.plan}
          </Link>
          <Link to="/job-seekers" className="button">
            {words.shell.jobSeekers}
          </Link>
        </p>
      )}
    </div>
  );
};

/** As of when it was read, and worked out anew at each reading. */
const settledOf = (board: Board | undefined) => {
  const milestones = board?.milestones ?? [];
  const now = Date.now();
  return { counts: countsOf(milestones, now), possible: bookable(milestones, now) };
};

const useDays = (board: Board | undefined, show: Show, search: string, { isTouched }: BookingDesk) =>
  useMemo(
    () => daysOf(shown(board?.milestones ?? [], { show, search, now: Date.now(), isTouched })),
    [board, show, search, isTouched],
  );

/** The week of an advisor: whose interview lacks care, and the place that would mend it. */
export const WeekPage = (asked: Props) => {
  const { search, onSearch } = useLookedFor('/week', asked);
  const desk = useBookingDesk();
  const [isBookingAll, setBookingAll] = useState(false);
  const variables = boardVariables(search.monday, Date.now());
  const { board, error, isFetching, refetch } = useBoard(variables);
  const monday = sayDay(dayOf(variables.from), 'long', language).replace(/^\S+ /, '');
  const show = search.show ?? 'to-settle';
  const { counts, possible } = useMemo(() => settledOf(board), [board]);
  // What was clicked or typed shows at once, fifty rows a moment later.
  const days = useDays(board, useDeferredValue(show), useDeferredValue(search.q ?? ''), desk);
  const onAgain = () => void refetch();
  return (
    <div className="page">
      <div className="spread week-head">
        <div>
          <h1>{weekWords.title(monday)}</h1>
          <WeekCount board={board} counts={counts} isFetching={isFetching} />
        </div>
        <div className="row no-print">
          {possible.length > 0 ? (
            <button type="button" className="button primary" onClick={() => setBookingAll(true)}>
              {weekWords.bookAll(possible.length)}
            </button>
          ) : null}
          <WeekButtons search={search} onSearch={onSearch} />
        </div>
      </div>
      <FirstVisit page="week" sentences={weekWords.firstVisit} />
      <Filters search={search} onSearch={onSearch} counts={counts} show={show} isRead={board !== undefined} />
      <Legend />
      {board ? null : <NotRead error={error} onAgain={onAgain} />}
      {days.map((day) => (
        <DayBoard key={day.day} day={day} desk={desk} />
      ))}
      {board && days.length === 0 ? (
        <Empty all={counts.all} show={show} search={search} onSearch={onSearch} />
      ) : null}
      {isBookingAll ? (
        <BookAll milestones={possible} desk={desk} onClose={() => setBookingAll(false)} />
      ) : null}
    </div>
  );
};

type CountProps = {
  readonly board: Board | undefined;
  readonly counts: Readonly<Record<Show, number>>;
  readonly isFetching: boolean;
};

const WeekCount = ({ board, counts, isFetching }: CountProps) => {
  // As high as what follows: nothing below it jumps when the answer comes.
  if (!board) return <p className="muted">{words.reading}</p>;
  return (
    <p className="muted">
      {board.isCut ? `${weekWords.atLeast} ` : ''}
      {weekWords.count(counts.all)}
      {counts['to-settle'] > 0 ? (
        <>
          , <b className="wrong">{weekWords.toSettle(counts['to-settle'])}</b>
        </>
      ) : null}{' '}
      · <AsOf askedAt={board.askedAt} isReading={isFetching} />
    </p>
  );
};
