import { DayOfCentre } from '../../graph/asked/day-of-centre.ts';
import { MyCentres } from '../../graph/asked/my-centres.ts';
import { type Known, known } from '../../graph/known.rules.ts';
import { answerOf, answers, useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import type { DaySearch } from '../../searches.rules.ts';
import { usePerson } from '../../shell/use-session.ts';
import { addDays, dayOf, sayDay } from '../../time/city-time.rules.ts';
import { AbsentBlock } from '../../ui/absent.tsx';
import { FirstVisit } from '../../ui/first-visit.tsx';
import { Icon } from '../../ui/icons.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import { walkRows } from '../../ui/walk-rows.ts';
import { type Child, type Day, notedOf, type ReadAgain } from './child.ts';
import { ChildLine } from './child-line.tsx';
import { inOrder } from './door.rules.ts';
import { FreePart } from './free-part.tsx';
import { presenceWith } from './taps.rules.ts';
import { type Taps, useTaps } from './use-taps.ts';
import { WeekOfCentrePart } from './week-part.tsx';
import { dayWords } from './words.ts';
import './day.css';

type DayProps = { readonly search: DaySearch; readonly onSearch: (search: DaySearch) => void };
type CentreProps = DayProps & { readonly centreId: string };

const DayButtons = ({ search, onSearch }: DayProps) => {
  const day = search.day ?? dayOf(Date.now());
  const go = (days: number) => onSearch({ ...search, day: addDays(day, days) });
  return (
    <div className="row no-print">
      <button type="button" className="button square" aria-label={dayWords.previous} onClick={() => go(-1)}>
        <Icon name="left" />
      </button>
      <button type="button" className="button" onClick={() => onSearch({ ...search, day: undefined })}>
        {dayWords.today}
      </button>
      <button type="button" className="button square" aria-label={dayWords.next} onClick={() => go(1)}>
        <Icon name="right" />
      </button>
    </div>
  );
};

type SectionsProps = DayProps & {
  readonly sections: readonly { readonly id: string; readonly name: string }[];
};

/** Each section has its door: one looks at one's own. */
const Sections = ({ sections, search, onSearch }: SectionsProps) => (
  <fieldset className="filters no-print">
    <legend className="unseen">{dayWords.sections}</legend>
    {[undefined, ...sections].map((each) => (
      <button
        key={each?.id ?? 'all'}
        type="button"
        className="pill"
        aria-pressed={search.section === each?.id}
        onClick={() => onSearch({ ...search, section: each?.id })}
      >
        {each?.name ?? dayWords.everybody}
      </button>
    ))}
  </fieldset>
);

const partClosedOf = ({ reason, opensAt, closesAt }: NonNullable<Day['partClosure']>): string =>
  dayWords.partClosed(reason, opensAt?.slice(0, 5) ?? '', closesAt?.slice(0, 5) ?? '');

type DoorProps = {
  readonly part: Known<Day>;
  readonly shown: readonly Child[];
  readonly taps: Taps;
  readonly isToday: boolean;
  readonly order: string;
  readonly readAgain: ReadAgain;
  readonly onAgain: () => void;
};

const Door = ({ part, shown, taps, isToday, order, readAgain, onAgain }: DoorProps) => {
  if (part.is !== 'known')
    return <AbsentBlock part={part} none={dayWords.nobody} owner="care" onAgain={onAgain} />;
  return (
    <section className="card" aria-label={dayWords.title}>
      {part.value.partClosure ? <p className="notice">{partClosedOf(part.value.partClosure)}</p> : null}
      {part.value.closureReason ? (
        <p className="notice">{dayWords.closed(part.value.closureReason)}</p>
      ) : null}
      {shown.length === 0 ? <p className="list-title muted">{dayWords.nobody}</p> : null}
      <ul className={`door ${order}`} onKeyDown={walkRows}>
        {shown.map((child) => (
          <ChildLine
            key={child.booking.id}
            child={child}
            taps={taps}
            isToday={isToday}
            readAgain={readAgain}
          />
        ))}
      </ul>
    </section>
  );
};

const Waiting = ({ taps }: { readonly taps: Taps }) => (
  <>
    {taps.waiting.length > 0 ? (
      <p className="notice" role="status">
        <Icon name="away" />
        {dayWords.waiting(taps.waiting.length)}
      </p>
    ) : null}
    {taps.others > 0 ? (
      <p className="notice" role="status">
        <Icon name="person" />
        {dayWords.notMine(taps.others)}
      </p>
    ) : null}
  </>
);

const presentAs = (child: Child, taps: Taps) => presenceWith(child.booking.id, notedOf(child), taps.waiting);

/** Those of the section that is looked at, as they come or as they go. */
const shownOf = (part: Known<Day>, { section, order }: DaySearch, taps: Taps): readonly Child[] => {
  if (part.is !== 'known') return [];
  const children = part.value.children.filter((child) => !section || child.section.id === section);
  const stays = children.map((child) => ({
    presence: presentAs(child, taps),
    endsAt: child.booking.endsAt,
    child,
  }));
  return inOrder(stays, order ?? 'arrival').map(({ child }) => child);
};

const Order = ({ search, onSearch }: DayProps) => (
  <fieldset className="filters no-print">
    <legend className="unseen">{dayWords.order}</legend>
    {[undefined, 'departure' as const].map((order) => (
      <button
        key={order ?? 'arrival'}
        type="button"
        className="pill"
        aria-pressed={search.order === order}
        onClick={() => onSearch({ ...search, order })}
      >
        {dayWords.orders[order ?? 'arrival']}
      </button>
    ))}
  </fieldset>
);

const readChild = async (id: string, date: string, bookingId: string): Promise<Child | undefined> => {
  const { data } = await answers.fetchQuery({ ...answerOf(DayOfCentre, { id, date }), staleTime: 0 });
  return data.centre?.day?.children.find(({ booking }) => booking.id === bookingId);
};

const CentreDay = ({ centreId, search, onSearch }: CentreProps) => {
  const taps = useTaps(usePerson()?.sub ?? '');
  const today = dayOf(Date.now());
  const date = search.day ?? today;
  const {
    data: answer,
    error,
    isFetching,
    refetch,
  } = useAnswer(DayOfCentre, { id: centreId, date }, { keepsLast: true });
  const onAgain = () => void refetch();
  if (!answer) return <NotRead error={error} onAgain={onAgain} />;
  const centre = known(answer, ['centre'], answer.data.centre);
  if (centre.is !== 'known')
    return <AbsentBlock part={centre} none={dayWords.gone} owner="care" onAgain={onAgain} />;
  const part = known(answer, ['centre', 'day'], centre.value.day);
  const children = shownOf(part, search, taps);
  const here = children.filter((child) => presentAs(child, taps) === 'here');
  return (
    <>
      <div className="spread">
        <div>
          <h1>{centre.value.name}</h1>
          <p className="muted">
            {sayDay(date, 'long', language)} · {dayWords.count(children.length, here.length)} ·{' '}
            <AsOf askedAt={answer.askedAt} isReading={isFetching} />
          </p>
        </div>
        <DayButtons search={search} onSearch={onSearch} />
      </div>
      <FirstVisit page="day" sentences={dayWords.firstVisit} />
      <Waiting taps={taps} />
      <div className="spread">
        <Sections
          sections={part.is === 'known' ? part.value.sections.map((each) => each.section) : []}
          search={search}
          onSearch={onSearch}
        />
        <Order search={search} onSearch={onSearch} />
      </div>
      <Door
        part={part}
        shown={children}
        taps={taps}
        isToday={date === today}
        order={search.order ?? ''}
        readAgain={(bookingId) => readChild(centreId, date, bookingId)}
        onAgain={onAgain}
      />
      {part.is === 'known' ? <FreePart of={part.value} section={search.section} /> : null}
      <WeekOfCentrePart centreId={centreId} date={date} onDay={(day) => onSearch({ ...search, day })} />
    </>
  );
};

/** The day of a centre, for a tablet at its door. */
export const DayPage = ({ search, onSearch }: DayProps) => {
  const { data: answer, error, refetch } = useAnswer(MyCentres, {});
  if (!answer)
    return (
      <div className="page">
        <h1>{dayWords.title}</h1>
        <NotRead error={error} onAgain={() => void refetch()} />
      </div>
    );
  const part = known(answer, ['me', 'centres'], answer.data.me?.centres);
  const centres = part.is === 'known' ? part.value : [];
  const centre = centres.find(({ id }) => id === search.centre) ?? centres[0];
  return (
    <div className="page">
      {centres.length > 1 ? (
        <label className="field door-centre">
          <span className="label">{dayWords.centre}</span>
          <select
            className="input"
            value={centre?.id}
            onChange={({ target }) => onSearch({ ...search, centre: target.value })}
          >
            {centres.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {centre ? <CentreDay centreId={centre.id} search={search} onSearch={onSearch} /> : null}
      {centre ? null : <h1>{dayWords.title}</h1>}
      {part.is === 'none' ? <p className="muted">{dayWords.noCentre}</p> : null}
      {part.is === 'away' || part.is === 'not-shared' ? (
        <AbsentBlock part={part} none="" owner="care" onAgain={() => void refetch()} />
      ) : null}
    </div>
  );
};
