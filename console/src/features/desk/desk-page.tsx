import type { Role } from '../../graph/session.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { usePerson } from '../../shell/use-session.ts';
import { dayOf, minutesOf, sayNearDay, timeOf } from '../../time/city-time.rules.ts';
import { AbsentBlock } from '../../ui/absent.tsx';
import { FirstVisit } from '../../ui/first-visit.tsx';
import { AsOf, Reading } from '../../ui/read-page.tsx';
import { walkRows } from '../../ui/walk-rows.ts';
import { hearsNews, type Item, type MyDay, targetOf } from './desk.rules.ts';
import { MyNews } from './my-news.tsx';
import { useMyDay } from './use-my-day.ts';
import { deskWords } from './words.ts';
import './desk.css';

/** What has only a day is due at its midnight. */
const dueOf = (dueAt: string): string => {
  const day = sayNearDay(dayOf(dueAt), dayOf(Date.now()), words.near, language);
  return minutesOf(dueAt) === 0 ? day : deskWords.at(day, timeOf(dueAt));
};

const Sentence = ({ item, role }: { readonly item: Item; readonly role: Role }) => {
  const target = targetOf(item, role);
  const said = (
    <>
      <span className="desk-due figures">{dueOf(item.dueAt)}</span>
      <span>{item.sentence}</span>
    </>
  );
  if (!target) return <div className="desk-line">{said}</div>;
  if (target.to === '/file/$id')
    return (
      <Link to={target.to} params={{ id: target.id }} hash={target.hash} className="desk-line" data-row>
        {said}
      </Link>
    );
  return (
    <Link to={target.to} hash={target.hash} className="desk-line" data-row>
      {said}
    </Link>
  );
};

const Groups = ({ day, role }: { readonly day: MyDay; readonly role: Role }) => (
  <>
    {day.groups.map(({ urgency, items }) => (
      <section key={urgency} className={`card desk-group ${urgency}`} aria-labelledby={`urgency-${urgency}`}>
        <h2 id={`urgency-${urgency}`}>
          {labels.DeskUrgency[urgency]} <span className="faint">{items.length}</span>
        </h2>
        <ul onKeyDown={walkRows}>
          {items.map((item) => (
            <li key={item.id}>
              <Sentence item={item} role={role} />
            </li>
          ))}
        </ul>
      </section>
    ))}
    {day.total === 0 && !day.isAtLeast ? (
      <p className="card list-title muted">{deskWords.next[role]}</p>
    ) : null}
    {day.shown < day.total ? <p className="faint">{deskWords.shown(day.shown, day.total)}</p> : null}
  </>
);

const countOf = (day: MyDay): string => {
  if (day.total > 0) return deskWords.count(day.total, day.isAtLeast);
  return day.isAtLeast ? deskWords.unknown : deskWords.nothing;
};

/** What waits for somebody today at all the agencies they work with, and what has changed. */
export const DeskPage = () => {
  const person = usePerson();
  if (!person) return null;
  return <Desk role={person.role} />;
};

const Desk = ({ role }: { readonly role: Role }) => {
  const { day, away, askedAt, isFetching, refetch } = useMyDay(role);
  return (
    <div className="page">
      <div>
        <h1>{deskWords.title}</h1>
        <p className="muted">
          {day ? countOf(day) : deskWords.lead}
          {day ? (
            <>
              {' · '}
              <AsOf askedAt={askedAt} isReading={isFetching} />
            </>
          ) : null}
        </p>
      </div>
      <FirstVisit page="desk" sentences={deskWords.firstVisit} />
      <div className={hearsNews(role) ? 'desk' : 'stack'}>
        <div className="stack desk-matters">
          {away.map((owner) => (
            <AbsentBlock key={owner} part={{ is: 'away' }} none="" owner={owner} onAgain={refetch} />
          ))}
          {day ? <Groups day={day} role={role} /> : <Reading />}
        </div>
        {hearsNews(role) ? <MyNews /> : null}
      </div>
    </div>
  );
};
