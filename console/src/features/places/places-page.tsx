import { PlacesOfWeek } from '../../graph/asked/places-of-week.ts';
import type { PlacesOfWeekQuery } from '../../graph/asked/types.ts';
import { type Answer, known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import type { PlacesSearch } from '../../searches.rules.ts';
import { addDays, dayOf, sayDay, weekToLookAt } from '../../time/city-time.rules.ts';
import { AbsentTag } from '../../ui/absent.tsx';
import { DistrictField } from '../../ui/district-field.tsx';
import { FirstVisit } from '../../ui/first-visit.tsx';
import { Icon } from '../../ui/icons.tsx';
import { NoCentres } from '../../ui/no-centres.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import { CityMap } from './city-map.tsx';
import { DayPlaces } from './day-places.tsx';
import { FindPlaces } from './find-places.tsx';
import { type Day, openDays, type Room, roomOf } from './places.rules.ts';
import { placesWords } from './words.ts';
import './places.css';

export type Centre = PlacesOfWeekQuery['centres'][number];
export type PlacesProps = {
  readonly search: PlacesSearch;
  readonly onSearch: (search: PlacesSearch) => void;
};

const ROOMS: readonly Room[] = ['free', 'tight', 'full', 'closed'];

const WeekButtons = ({ search, onSearch, monday }: PlacesProps & { readonly monday: string }) => {
  const go = (next: string | undefined) => onSearch({ district: search.district, monday: next });
  return (
    <div className="row no-print">
      <button
        type="button"
        className="button square"
        aria-label={placesWords.previous}
        onClick={() => go(addDays(monday, -7))}
      >
        <Icon name="left" />
      </button>
      <button type="button" className="button" onClick={() => go(undefined)}>
        {placesWords.current}
      </button>
      <button
        type="button"
        className="button square"
        aria-label={placesWords.next}
        onClick={() => go(addDays(monday, 7))}
      >
        <Icon name="right" />
      </button>
    </div>
  );
};

const Legend = () => (
  <ul className="places-legend small" aria-label={placesWords.legend}>
    {ROOMS.map((room) => (
      <li key={room}>
        <span className={`room-mark ${room}`} />
        {placesWords.room[room]}
      </li>
    ))}
  </ul>
);

type CellProps = {
  readonly name: string;
  readonly day: Day;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

const Cell = ({ name, day, isChosen, onChoose }: CellProps) => {
  const room = roomOf(day);
  const said = placesWords.cell(name, sayDay(day.date, 'short', language), placesWords.room[room]);
  return (
    <td>
      <button
        type="button"
        className={`room ${room} figures`}
        aria-pressed={isChosen}
        title={day.closureReason ?? undefined}
        onClick={onChoose}
      >
        {room === 'closed' ? '–' : `${day.peakChildren}/${day.places}`}
        <span className="unseen"> {said}</span>
      </button>
    </td>
  );
};

type TableProps = PlacesProps & {
  readonly answer: Answer<PlacesOfWeekQuery>;
  readonly days: readonly string[];
};

const Row = ({ centre, index, answer, days, search, onSearch }: TableProps & RowProps) => {
  const week = known(answer, ['centres', index, 'week'], centre.week);
  return (
    <tr>
      <th scope="row">{centre.name}</th>
      {week.is === 'known' ? (
        days.map((date) => {
          const day = week.value.days.find((each) => each.date === date);
          return day ? (
            <Cell
              key={date}
              name={centre.name}
              day={day}
              isChosen={search.centre === centre.id && search.day === date}
              onChoose={() => onSearch({ ...search, centre: centre.id, day: date })}
            />
          ) : (
            <td key={date} />
          );
        })
      ) : (
        <td colSpan={days.length}>
          <AbsentTag part={week} none="" />
        </td>
      )}
    </tr>
  );
};

type RowProps = { readonly centre: Centre; readonly index: number };

const Table = (props: TableProps) => {
  const { answer, days, search } = props;
  const rows = answer.data.centres
    .map((centre, index) => ({ centre, index }))
    .filter(({ centre }) => !search.district || centre.district.id === search.district);
  if (answer.data.centres.length === 0) return <NoCentres />;
  if (rows.length === 0) return <p className="list-title muted">{placesWords.noCentre}</p>;
  return (
    <section className="places-scroll" aria-label={placesWords.table}>
      <table className="places-table">
        <caption className="unseen">{placesWords.table}</caption>
        <thead>
          <tr>
            <th scope="col">{placesWords.centre}</th>
            {days.map((day) => (
              <th key={day} scope="col" className="figures">
                {sayDay(day, 'short', language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.centre.id} {...props} {...row} />
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Where there is room in the city, day by day, and whom a place would serve. */
export const PlacesPage = ({ search, onSearch }: PlacesProps) => {
  const monday = search.monday ?? weekToLookAt(dayOf(Date.now()));
  const asked = useAnswer(PlacesOfWeek, { date: monday }, { keepsLast: true });
  const { data: answer, error, isFetching, isPlaceholderData, refetch } = asked;
  // Of another week nothing is shown under this one's title.
  const read = isPlaceholderData ? undefined : answer;
  const centres = read?.data.centres ?? [];
  const days = openDays(centres.map(({ week }) => week?.days ?? []));
  const said = sayDay(monday, 'long', language).replace(/^\S+ /, '');
  return (
    <div className="page">
      <div className="spread">
        <div>
          <h1>{placesWords.title(said)}</h1>
          <p className="muted">{answer ? <AsOf askedAt={answer.askedAt} isReading={isFetching} /> : null}</p>
        </div>
        <WeekButtons search={search} onSearch={onSearch} monday={monday} />
      </div>
      <FirstVisit page="places" sentences={placesWords.firstVisit} />
      <div className="filters no-print">
        <DistrictField
          value={search.district}
          onChange={(district) => onSearch({ ...search, district, centre: undefined, day: undefined })}
        />
      </div>
      <Legend />
      {answer ? null : <NotRead error={error} onAgain={() => void refetch()} />}
      <div className="places" aria-busy={isPlaceholderData}>
        {read ? (
          <div className="card places-week">
            <Table answer={read} days={days} search={search} onSearch={onSearch} />
          </div>
        ) : null}
        <div className="stack">
          {read ? (
            <section className="card places-map">
              <CityMap
                centres={centres}
                district={search.district}
                chosen={search.centre}
                day={search.day ?? days[0]}
              />
            </section>
          ) : null}
          {search.centre && search.day ? (
            <DayPlaces key={`${search.centre} ${search.day}`} centreId={search.centre} date={search.day} />
          ) : (
            <p className="card places-pick muted">{placesWords.pick}</p>
          )}
          <FindPlaces search={search} onSearch={onSearch} />
        </div>
      </div>
    </div>
  );
};
