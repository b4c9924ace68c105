import { useState } from 'react';
import { FollowUpsIOwe } from '../../graph/asked/follow-ups-i-owe.ts';
import { NoteFollowUp } from '../../graph/asked/note-follow-up.ts';
import type { FollowUpsIOweQuery, ShownEnums } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { Link } from '../../routing/link.tsx';
import { sayDay } from '../../time/city-time.rules.ts';
import { MorePages, usePages } from '../../ui/pages.tsx';
import { Phone } from '../../ui/phone.tsx';
import { Problem } from '../../ui/problem.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { isFound, nameOf } from './seekers.rules.ts';
import { seekerWords } from './words.ts';

type Due = FollowUpsIOweQuery['dueFollowUps']['edges'][number]['node'];
type Return = NonNullable<Due['returnToWork']>;
type Outcome = ShownEnums['FollowUpOutcome'];

const OUTCOMES: readonly Outcome[] = [
  'GOES_ON',
  'CHANGED',
  'ENDED_AS_PLANNED',
  'SEARCHING_AGAIN',
  'NOT_REACHED',
];

const day = (of: string) => sayDay(of, 'date', language);

type NoteProps = { readonly due: Due; readonly of: Return; readonly name: string };

const NoteOutcome = ({ due, of, name }: NoteProps) => {
  const [outcome, setOutcome] = useState<Outcome>();
  const [id] = useState(() => crypto.randomUUID());
  const { isBusy, problem, make, setProblem } = useChange();
  const send = async () => {
    if (!outcome) return setProblem(seekerWords.outcomeNeeded);
    const input = { id, returnId: of.id, point: due.point, outcome };
    await make(
      change(NoteFollowUp, { input }, (data) => data.recordFollowUp),
      `${seekerWords.noted} : ${name}`,
    );
  };
  return (
    <div className="no-print">
      <div className="row">
        <select
          className="input due-outcome"
          aria-label={seekerWords.outcome(name)}
          value={outcome ?? ''}
          onChange={({ target }) => setOutcome(OUTCOMES.find((each) => each === target.value))}
        >
          <option value="">{seekerWords.choose}</option>
          {OUTCOMES.map((each) => (
            <option key={each} value={each}>
              {labels.FollowUpOutcome[each]}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button dense"
          aria-disabled={isBusy}
          onClick={isBusy ? undefined : () => void send()}
        >
          {seekerWords.note}
          <span className="unseen">{name}</span>
        </button>
      </div>
      <Problem said={problem} />
    </div>
  );
};

const DueLine = ({ due, of }: { readonly due: Due; readonly of: Return }) => {
  const { jobSeeker: seeker } = of;
  const name = seeker ? nameOf({ adult: seeker.adult, family: null }, seekerWords.nameless) : '';
  return (
    <li className="due-line">
      <div>
        <p className="row">
          {seeker ? (
            <Link to="/job-seekers/$id" params={{ id: seeker.id }} className="strong">
              {name}
            </Link>
          ) : null}
          <span className="tag">{labels.FollowUpPoint[due.point]}</span>
          {seeker?.adult.phone ? <Phone number={seeker.adult.phone} name={name} /> : null}
        </p>
        <p className="small muted">
          {seekerWords.returnLine(labels.ReturnKind[of.kind], of.title ?? '', day(of.startsOn))} ·{' '}
          {seekerWords.dueSince(day(due.dueOn))}
        </p>
      </div>
      <NoteOutcome due={due} of={of} name={name} />
    </li>
  );
};

type Props = {
  /** Only of whom this is a part of the name. */
  readonly search?: string;
  /** Only of this job seeker. */
  readonly seekerId?: string;
};

const isWanted = ({ jobSeeker }: Return, { search = '', seekerId }: Props): boolean => {
  if (seekerId) return jobSeeker?.id === seekerId;
  return search === '' || (jobSeeker !== null && isFound({ adult: jobSeeker.adult, family: null }, search));
};

type PageProps = Props & {
  readonly after: string | undefined;
  readonly isLast: boolean;
  readonly onMore: (after: string) => void;
};

const DuePage = ({ after, isLast, onMore, ...props }: PageProps) => {
  const { data: answer, error, refetch } = useAnswer(FollowUpsIOwe, after ? { after } : {});
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { edges, pageInfo } = answer.data.dueFollowUps;
  const wanted = edges.flatMap(({ node }) =>
    node.returnToWork && isWanted(node.returnToWork, props) ? [{ due: node, of: node.returnToWork }] : [],
  );
  // Of what was not read yet nothing is said: the one that is looked for may stand there.
  const isNone = wanted.length === 0 && after === undefined && !pageInfo.hasNextPage;
  return (
    <>
      {isNone ? <p className="list-title muted">{seekerWords.noFollowUp}</p> : null}
      <ul>
        {wanted.map(({ due, of }) => (
          <DueLine key={`${of.id} ${due.point}`} due={due} of={of} />
        ))}
      </ul>
      {isLast ? <MorePages page={pageInfo} onMore={onMore} /> : null}
    </>
  );
};

/** What became of each return to work, the longest due first. */
export const FollowUpsPart = (props: Props) => {
  const pages = usePages('');
  return (
    <section className="card ruled" aria-label={seekerWords.followUps}>
      {props.seekerId ? <h2 className="list-title">{seekerWords.followUps}</h2> : null}
      {pages.all.map((after) => (
        <DuePage
          key={after ?? 'first'}
          {...props}
          after={after}
          isLast={after === pages.last}
          onMore={pages.more}
        />
      ))}
    </section>
  );
};
