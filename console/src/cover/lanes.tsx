import { clock } from '../time/city-time.rules.ts';
import {
  type Cover,
  hoursOf,
  isNameBefore,
  type Lane,
  lanesOf,
  neededOf,
  placeOn,
  type Stretch,
  sayStretch,
} from './cover.rules.ts';
import { coverWords } from './words.ts';
import './lanes.css';

const inPercent = ({ left, width }: { readonly left: number; readonly width: number }) => ({
  left: `${left}%`,
  width: `${width}%`,
});

export const Bars = ({
  kind,
  stretches,
  axis,
}: {
  readonly kind: string;
  readonly stretches: readonly Stretch[];
  readonly axis: Stretch;
}) =>
  stretches.map((stretch) => (
    <span key={stretch.from} className={`bar ${kind}`} style={inPercent(placeOn(stretch, axis))} />
  ));

const sentenceOf = ({ name, cared, missing, unknown, possible = [] }: Lane): string => {
  if (unknown.length > 0) return coverWords.laneUnknown(name);
  const said = coverWords.lane(name, cared.map(sayStretch), missing.map(sayStretch));
  return possible.length > 0
    ? `${said} ; ${coverWords.possible} ${possible.map(sayStretch).join(', ')}`
    : said;
};

type LaneProps = { readonly lane: Lane; readonly axis: Stretch; readonly needed: Stretch };

const ChildLane = ({ lane, axis, needed }: LaneProps) => {
  const { left, width } = placeOn(needed, axis);
  const isBefore = isNameBefore(needed, axis);
  const place = isBefore ? { right: `calc(${100 - left}% + 8px)` } : { left: `calc(${left + width}% + 8px)` };
  return (
    <div className="lane" role="img" aria-label={sentenceOf(lane)}>
      <Bars kind="cared" stretches={lane.cared} axis={axis} />
      <Bars kind="missing" stretches={lane.missing} axis={axis} />
      <Bars kind="unknown" stretches={lane.unknown} axis={axis} />
      <Bars kind="possible" stretches={lane.possible ?? []} axis={axis} />
      <span className="lane-name" style={place}>
        {lane.name}
      </span>
    </div>
  );
};

type LanesProps = {
  readonly lanes: readonly Lane[];
  readonly needed: Stretch;
  readonly milestone: Stretch;
  readonly axis: Stretch;
};

/** The time bar: the milestone with its travel, and below it the care of each child. */
export const LaneBoard = ({ lanes, needed, milestone, axis }: LanesProps) => (
  <div className="time-board">
    {hoursOf(axis).map((hour) => (
      <span
        key={hour}
        className="hour-line"
        style={{ left: `${placeOn({ from: hour, to: hour }, axis).left}%` }}
      />
    ))}
    <div className="lane milestone-lane">
      <Bars kind="travel" stretches={[needed]} axis={axis} />
      <Bars kind="milestone" stretches={[milestone]} axis={axis} />
    </div>
    {lanes.map((lane) => (
      <ChildLane key={lane.childId} lane={lane} axis={axis} needed={needed} />
    ))}
  </div>
);

type BoardProps = { readonly cover: Cover | null; readonly milestone: Stretch; readonly axis: Stretch };

export const TimeBoard = ({ cover, milestone, axis }: BoardProps) => (
  <LaneBoard
    lanes={cover ? lanesOf(cover) : []}
    needed={cover ? neededOf(cover) : milestone}
    milestone={milestone}
    axis={axis}
  />
);

export const HourScale = ({ axis }: { readonly axis: Stretch }) => (
  <div className="hour-scale" aria-hidden="true">
    {hoursOf(axis).map((hour) => (
      <span key={hour} style={{ left: `${placeOn({ from: hour, to: hour }, axis).left}%` }}>
        {Number(clock(hour).slice(0, 2))} h
      </span>
    ))}
  </div>
);

/** Without a scale, in a line: as long as the time that is needed. */
export const SmallLanes = ({ cover }: { readonly cover: Cover }) => {
  const needed = neededOf(cover);
  return lanesOf(cover)
    .filter(({ missing, unknown }) => missing.length > 0 || unknown.length > 0)
    .map((lane) => (
      <div key={lane.childId} className="small-lane">
        <span className="small-lane-name">{lane.name}</span>
        <div className="lane" role="img" aria-label={sentenceOf(lane)}>
          <Bars kind="cared" stretches={lane.cared} axis={needed} />
          <Bars kind="missing" stretches={lane.missing} axis={needed} />
          <Bars kind="unknown" stretches={lane.unknown} axis={needed} />
        </div>
        {lane.missing.length > 0 ? (
          <span className="lacking figures">
            {coverWords.missing} {lane.missing.map(sayStretch).join(', ')}
          </span>
        ) : null}
      </div>
    ));
};

export const Legend = () => (
  <ul className="legend" aria-label={coverWords.legend}>
    {(['milestone', 'travel', 'cared', 'missing'] as const).map((kind) => (
      <li key={kind}>
        <span className={`bar ${kind}`} />
        {coverWords[kind]}
      </li>
    ))}
  </ul>
);
