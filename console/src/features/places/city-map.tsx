import { MapOfDistricts } from '../../graph/asked/map-of-districts.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import { sayDay } from '../../time/city-time.rules.ts';
import { NotRead } from '../../ui/read-page.tsx';
import { mapOf, type Room, roomOf } from './places.rules.ts';
import type { Centre } from './places-page.tsx';
import { placesWords } from './words.ts';

/** One that could not be read is not closed. */
type Look = Room | 'unread';

const RADIUS = { free: 9, tight: 9, full: 9, closed: 6, unread: 7 } satisfies Record<Look, number>;

type MapProps = {
  readonly centres: readonly Centre[];
  readonly district: string | undefined;
  readonly chosen: string | undefined;
  readonly day: string | undefined;
};

const lookOn = ({ week }: Centre, date: string | undefined): Look => {
  if (!week) return 'unread';
  const day = week.days.find((each) => each.date === date);
  return day ? roomOf(day) : 'closed';
};

/** Where the centres stand, and which have room: what it shows, the table beside it says in words. */
export const CityMap = ({ centres, district, chosen, day }: MapProps) => {
  const { data: answer, error, refetch } = useAnswer(MapOfDistricts, {});
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const map = mapOf(answer.data.districts, centres);
  if (!map) return <p className="muted">{placesWords.noMap}</p>;
  const rooms = new Map(centres.map((centre) => [centre.id, lookOn(centre, day)]));
  return (
    <figure>
      {day ? <figcaption className="small muted">{sayDay(day, 'long', language)}</figcaption> : null}
      <svg
        className="city-map"
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="img"
        aria-label={placesWords.map(centres.length, day ? sayDay(day, 'long', language) : '')}
      >
        {map.districts.map(({ id, path }) => (
          <path key={id} d={path} className={`city-district${id === district ? ' chosen' : ''}`} />
        ))}
        {map.centres.map(({ id, x, y }) => {
          const room = rooms.get(id) ?? 'unread';
          return (
            <g key={id} className={`city-centre ${room}${id === chosen ? ' chosen' : ''}`}>
              <circle cx={x} cy={y} r={RADIUS[room]} />
              {room === 'full' ? <path d={`M${x - 4} ${y}h8`} /> : null}
            </g>
          );
        })}
      </svg>
    </figure>
  );
};
