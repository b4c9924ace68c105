import { SessionsEnded } from '../graph/asked/sessions-ended.ts';
import { language } from '../messages/language.ts';
import { words } from '../messages/words.ts';
import { dayOf, sayNearDay, timeOf } from '../time/city-time.rules.ts';
import { PagedList } from './paged-list.tsx';

const near = (at: string): string => sayNearDay(dayOf(at), dayOf(Date.now()), words.near, language);

/** Whose sessions were ended, by whom and when: as much of it as one may read. */
export const SessionsEndedList = () => (
  <PagedList
    document={SessionsEnded}
    variablesOf={(after) => ({ ...(after && { after }) })}
    listOf={({ sessionEndings }) => sessionEndings}
    none={words.sessionsEnded.none}
    row={({ id, person, endedBy, endedAt }) => (
      <li key={id} className="spread">
        <span>
          <b>{person}</b>{' '}
          <span className="muted">
            {person === endedBy ? words.sessionsEnded.own : words.sessionsEnded.by(endedBy)}
          </span>
        </span>
        <span className="small faint figures">{words.sessionsEnded.at(near(endedAt), timeOf(endedAt))}</span>
      </li>
    )}
  />
);
