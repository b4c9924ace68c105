import { useState } from 'react';
import { TakeSeeker } from '../../graph/asked/take-seeker.ts';
import type { TakeSeekerMutation, WhoWaitsAtDeskQuery } from '../../graph/asked/types.ts';
import { WhoWaitsAtDesk } from '../../graph/asked/who-waits-at-desk.ts';
import { change, useChange } from '../../graph/change.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { dayOf, sayDay, sayNearDay } from '../../time/city-time.rules.ts';
import { NotYetTold } from '../../ui/not-yet-told.tsx';
import { MorePages, usePages } from '../../ui/pages.tsx';
import { Problem } from '../../ui/problem.tsx';
import { AsOf, NotRead } from '../../ui/read-page.tsx';
import { nameOf } from './seekers.rules.ts';
import { seekerWords } from './words.ts';

type Waiting = WhoWaitsAtDeskQuery['jobSeekersAtDesk']['edges'][number]['node'];
type Taken = NonNullable<TakeSeekerMutation['takeJobSeeker']>;

const near = (at: string) => sayNearDay(dayOf(at), dayOf(Date.now()), words.near, language);
const day = (of: string) => sayDay(of, 'date', language);

type LineProps = { readonly waiting: Waiting; readonly onTaken: (taken: Taken) => void };

const WaitingLine = ({
  waiting: { id, version, since, registeredOn, category, romeCode },
  onTaken,
}: LineProps) => {
  const { isBusy, problem, make } = useChange();
  const said = [seekerWords.registered(day(registeredOn)), seekerWords.category(category), romeCode];
  const about = said.filter(Boolean).join(' · ');
  const take = async () => {
    const input = { jobSeekerId: id, version };
    const taken = await make(
      change(TakeSeeker, { input }, (data) => data.takeJobSeeker),
      seekerWords.taken,
    );
    if (taken) onTaken(taken);
  };
  return (
    <li>
      <div className="spread">
        <p>
          <b>{seekerWords.waitsSince(near(since))}</b> <span className="small muted">{about}</span>
        </p>
        <button
          type="button"
          className="button dense no-print"
          aria-disabled={isBusy}
          onClick={isBusy ? undefined : () => void take()}
        >
          {isBusy ? words.sending : seekerWords.take}
          <span className="unseen">{about}</span>
        </button>
      </div>
      <Problem said={problem} />
    </li>
  );
};

/** Who it is is told once they are followed, and stays until the page is left. */
const TakenLine = ({ taken: { jobSeeker, notYetTold } }: { readonly taken: Taken }) =>
  jobSeeker ? (
    <li>
      {seekerWords.taken} :{' '}
      <Link to="/job-seekers/$id" params={{ id: jobSeeker.id }} className="strong">
        {nameOf({ adult: jobSeeker.adult, family: null }, seekerWords.nameless)}
      </Link>
      <NotYetTold agencies={notYetTold} />
    </li>
  ) : null;

type PageProps = Pick<LineProps, 'onTaken'> & {
  readonly after: string | undefined;
  readonly isLast: boolean;
  readonly onMore: (after: string) => void;
};

const DeskPage = ({ after, isLast, onMore, onTaken }: PageProps) => {
  const { data: answer, error, refetch } = useAnswer(WhoWaitsAtDesk, after ? { after } : {});
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { edges, pageInfo } = answer.data.jobSeekersAtDesk;
  return (
    <>
      {edges.length === 0 && after === undefined ? (
        <p className="list-title muted">{seekerWords.nobodyWaits}</p>
      ) : null}
      <ul className="lines">
        {edges.map(({ node }) => (
          <WaitingLine key={node.id} waiting={node} onTaken={onTaken} />
        ))}
      </ul>
      {isLast ? <MorePages page={pageInfo} onMore={onMore} /> : null}
    </>
  );
};

const ReadAt = () => {
  const { data, isFetching } = useAnswer(WhoWaitsAtDesk, {});
  return data ? <AsOf askedAt={data.askedAt} isReading={isFetching} /> : null;
};

/** The files that wait at the desk of the agency: whoever takes one follows the person from then on. */
export const AtDeskPart = () => {
  const pages = usePages('desk');
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  return (
    <section className="card ruled" aria-labelledby="at-desk">
      <h2 id="at-desk" className="list-title">
        {seekerWords.atDesk} <ReadAt />
      </h2>
      <div role="status">
        <ul className="lines">
          {taken.map((each) => (
            <TakenLine key={each.jobSeeker?.id} taken={each} />
          ))}
        </ul>
      </div>
      {pages.all.map((after) => (
        <DeskPage
          key={after ?? 'first'}
          after={after}
          isLast={after === pages.last}
          onMore={pages.more}
          onTaken={(each) => setTaken((before) => [...before, each])}
        />
      ))}
    </section>
  );
};
