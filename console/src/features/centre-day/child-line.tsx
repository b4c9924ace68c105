import { useRef } from 'react';
import { words } from '../../messages/words.ts';
import { timeOf } from '../../time/city-time.rules.ts';
import { ageInWords } from '../../ui/age.ts';
import { Icon } from '../../ui/icons.tsx';
import { announce } from '../../ui/live.ts';
import { Phone } from '../../ui/phone.tsx';
import { Problem } from '../../ui/problem.tsx';
import { type Child, nameOf, notedOf, type ReadAgain } from './child.ts';
import { PutRight } from './put-right.tsx';
import { offered, type Presence, presenceWith } from './taps.rules.ts';
import type { Taps } from './use-taps.ts';
import { dayWords } from './words.ts';

const Facts = ({ child }: { readonly child: Child }) => (
  <div className="door-facts">
    {child.careAlerts.map((alert) => (
      <p key={alert} className="door-alert">
        <Icon name="warning" />
        {alert}
      </p>
    ))}
    <p className="small">
      <span className="muted">{words.titled(dayWords.adults)}</span> {words.and(child.adults)}
    </p>
    {child.collectors.length > 0 ? (
      <p className="row small">
        <span className="muted">{words.titled(dayWords.collectors)}</span>
        {child.collectors.map(({ name, phone }) => (
          <span key={`${name} ${phone}`} className="door-collector">
            {name}
            {phone ? <Phone number={phone} name={name} /> : null}
          </span>
        ))}
      </p>
    ) : null}
  </div>
);

const whenOf = (presence: Presence, { arrivedAt, leftAt }: Child): string => {
  if (presence === 'here' && arrivedAt) return dayWords.since(timeOf(arrivedAt));
  if (presence === 'left' && leftAt) return dayWords.until(timeOf(leftAt));
  return '';
};

const wasSent = ({ waiting, sent }: Taps, bookingId: string): boolean =>
  sent.has(waiting.findLast((tap) => tap.bookingId === bookingId)?.id ?? '');

type LineProps = {
  readonly child: Child;
  readonly taps: Taps;
  readonly isToday: boolean;
  readonly readAgain: ReadAgain;
};

/** One child of the day: what must be known of it, and one touch for what happens at the door. */
export const ChildLine = ({ child, taps, isToday, readAgain }: LineProps) => {
  const row = useRef<HTMLLIElement>(null);
  const { booking, section, ageMonths } = child;
  const presence = presenceWith(booking.id, notedOf(child), taps.waiting);
  const isWaiting = taps.waiting.some(({ bookingId }) => bookingId === booking.id);
  const isNoted = !isWaiting && (booking.status === 'ATTENDED' || booking.status === 'ABSENT');
  return (
    <li ref={row} id={`about-${booking.id}`} tabIndex={-1} className={`door-line ${presence}`}>
      <p className="door-time figures">
        <b>{timeOf(booking.startsAt)}</b>
        <span className="muted"> – {timeOf(booking.endsAt)}</span>
      </p>
      <div>
        <p>
          <b className="door-name">{nameOf(child)}</b>{' '}
          <span className="muted">
            {ageMonths === null ? '' : `${ageInWords(ageMonths)} · `}
            {section.name}
          </span>
        </p>
        <Facts child={child} />
      </div>
      <div className="door-acts">
        <p className={`door-presence ${presence}`}>
          {dayWords.presence[presence]} {whenOf(presence, child)}
          {isWaiting ? <span className="faint"> · {dayWords.notSent}</span> : null}
        </p>
        {isToday
          ? offered[presence].map((kind, index) => (
              <button
                key={kind}
                type="button"
                className={`button${index === 0 ? ' primary' : ''}`}
                data-row
                onClick={() => taps.touch(booking.id, kind)}
              >
                {dayWords.touch[kind]}
                <span className="unseen">{nameOf(child)}</span>
              </button>
            ))
          : null}
        {isWaiting && !wasSent(taps, booking.id) ? (
          <button
            type="button"
            className="button plain dense"
            onClick={() => {
              taps.takeBack(booking.id);
              announce(dayWords.tookBack);
              // Its own button goes with it.
              row.current?.focus();
            }}
          >
            {dayWords.takeBack}
            <span className="unseen">{nameOf(child)}</span>
          </button>
        ) : null}
        {isNoted ? <PutRight child={child} isToday={isToday} readAgain={readAgain} /> : null}
        <Problem said={taps.refused.get(booking.id)} />
      </div>
    </li>
  );
};
