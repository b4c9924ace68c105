import { memo, useState } from 'react';
import { AlreadyBooked } from '../../cover/already-booked.tsx';
import { CoverAction, CoverAnswer } from '../../cover/answer.tsx';
import type { BookingDesk } from '../../cover/booking-desk.ts';
import { MilestoneChoices } from '../../cover/choices.tsx';
import { type Stretch, shownChoices } from '../../cover/cover.rules.ts';
import { HourScale, TimeBoard } from '../../cover/lanes.tsx';
import type { BoardMilestone } from '../../cover/milestone.ts';
import { coverWords } from '../../cover/words.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, duration, sayDay, sayNearDay, timeOf } from '../../time/city-time.rules.ts';
import { AwayTag } from '../../ui/absent.tsx';
import { Icon } from '../../ui/icons.tsx';
import { walkRows } from '../../ui/walk-rows.ts';
import { type Day, isOpen, mayBookAtOnce, stretchOfMilestone } from './week.rules.ts';
import { weekWords } from './words.ts';

const titleOf = ({ title, kind }: BoardMilestone): string =>
  title ?? (kind ? labels.MilestoneKind[kind] : '');

const nameOf = ({ family }: BoardMilestone): string => family?.displayName ?? weekWords.notShared;

type RowHeadProps = {
  readonly milestone: BoardMilestone;
  readonly isOpened: boolean;
  readonly onToggle: () => void;
};

const RowHead = ({ milestone, isOpened, onToggle }: RowHeadProps) => (
  <button
    type="button"
    className="row-head"
    data-row
    aria-expanded={isOpened}
    aria-controls={`details-${milestone.id}`}
    onClick={onToggle}
  >
    <span className="figures">
      <b>{timeOf(milestone.startsAt)}</b>
      <span className="faint">{timeOf(milestone.endsAt)}</span>
    </span>
    <span className="row-title">
      <b>{nameOf(milestone)}</b>
      <span className="muted small">{titleOf(milestone)}</span>
      {milestone.status && milestone.status !== 'CONFIRMED' ? (
        <span className="faint">{labels.MilestoneStatus[milestone.status]}</span>
      ) : null}
    </span>
    <Icon name={isOpened ? 'up' : 'down'} />
  </button>
);

const Facts = ({ milestone }: { readonly milestone: BoardMilestone }) => {
  const { childcareCover: cover, place, isRemote, family, travelMinutes } = milestone;
  return (
    <div className="facts">
      <h3>{titleOf(milestone)}</h3>
      {cover ? (
        <p>
          {coverWords.needed(
            timeOf(cover.neededFrom),
            timeOf(cover.neededTo),
            travelMinutes > 0 ? duration(2 * travelMinutes) : '',
          )}
        </p>
      ) : null}
      <dl>
        {place || isRemote ? (
          <>
            <dt>{coverWords.place}</dt>
            <dd>{isRemote ? coverWords.remote : place}</dd>
          </>
        ) : null}
        <dt>{coverWords.family}</dt>
        <dd>
          {nameOf(milestone)} <span className="faint">{family?.reference}</span>
        </dd>
      </dl>
      <AlreadyBooked milestone={milestone} />
    </div>
  );
};

type RowProps = { readonly milestone: BoardMilestone; readonly axis: Stretch; readonly desk: BookingDesk };

const MilestoneRow = ({ milestone, axis, desk }: RowProps) => {
  const standing = desk.standingOf(milestone.id);
  const [wanted, setOpened] = useState<boolean>();
  const isOpened = wanted ?? standing?.is === 'not-booked';
  const cover = milestone.childcareCover;
  const canBook = isOpen(milestone, Date.now());
  const choices = cover && mayBookAtOnce(milestone, Date.now()) ? shownChoices(cover) : [];
  const name = `${nameOf(milestone)}, ${timeOf(milestone.startsAt)}`;
  return (
    <li className={`week-row${isOpened ? ' opened' : ''}`}>
      <div className="week-line">
        <RowHead milestone={milestone} isOpened={isOpened} onToggle={() => setOpened(!isOpened)} />
        <TimeBoard cover={cover} milestone={stretchOfMilestone(milestone)} axis={axis} />
        {cover ? (
          <CoverAnswer milestoneId={milestone.id} cover={cover} standing={standing} isOpen={canBook} />
        ) : (
          <AwayTag />
        )}
        <CoverAction
          milestoneId={milestone.id}
          name={name}
          standing={standing}
          desk={desk}
          isBookable={choices.length > 0}
          onBook={() => void desk.book(milestone, choices)}
        />
      </div>
      <div id={`details-${milestone.id}`} hidden={!isOpened} className="week-details">
        {isOpened ? (
          <>
            <Facts milestone={milestone} />
            {canBook ? (
              <MilestoneChoices
                milestoneId={milestone.id}
                name={name}
                desk={desk}
                hasOwnButton={choices.length > 0}
              />
            ) : null}
          </>
        ) : null}
      </div>
    </li>
  );
};

const titleOfDay = (day: string): string => {
  const said = sayDay(day, 'long', language);
  const near = sayNearDay(day, dayOf(Date.now()), words.near, language);
  const isNear = Object.values(words.near).includes(near);
  return isNear ? `${said} (${near})` : said;
};

type DayProps = { readonly day: Day<BoardMilestone>; readonly desk: BookingDesk };

/** Worked out again only when its rows changed, or something was booked. */
export const DayBoard = memo(({ day: { day, axis, milestones }, desk }: DayProps) => (
  <section className="card day" aria-labelledby={`day-${day}`}>
    <div className="day-head">
      <h2 id={`day-${day}`}>{titleOfDay(day)}</h2>
      <HourScale axis={axis} />
    </div>
    <ul onKeyDown={walkRows}>
      {milestones.map((milestone) => (
        <MilestoneRow key={milestone.id} milestone={milestone} axis={axis} desk={desk} />
      ))}
    </ul>
  </section>
));
