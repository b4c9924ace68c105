import { useState } from 'react';
import { AnswerWhoAsks } from '../../graph/asked/answer-who-asks.ts';
import type { WhoAsksToFollowQuery } from '../../graph/asked/types.ts';
import { WhoAsksToFollow } from '../../graph/asked/who-asks-to-follow.ts';
import { change } from '../../graph/change.ts';
import { type Answer, known } from '../../graph/known.rules.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import type { Box } from '../../searches.rules.ts';
import { dayOf, sayNearDay } from '../../time/city-time.rules.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { NotYetTold } from '../../ui/not-yet-told.tsx';
import { MorePages, usePages } from '../../ui/pages.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { ReasonForm } from './reason-form.tsx';
import { nameOf, WhoseFile } from './whose-file.tsx';
import { inboxWords } from './words.ts';

type Request = WhoAsksToFollowQuery['membershipRequests']['edges'][number]['node'];
type OfProps = { readonly request: Request };

const answer = ({ id, version }: Request, given: 'GRANTED' | 'DECLINED', declineReason: string | null) =>
  change(
    AnswerWhoAsks,
    { input: { requestId: id, version, answer: given, declineReason } },
    (data) => data.answerMembershipRequest,
  );

type AnswersProps = OfProps & { readonly onTold: (notYet: readonly string[]) => void };

const Answers = ({ request, onTold }: AnswersProps) => {
  const open = useDialog();
  const about = [request.requester?.name, nameOf(request.family)].filter(Boolean).join(', ');
  const grant = () =>
    open((close) => (
      <ConfirmForm
        title={words.about(inboxWords.grant, about)}
        lead={inboxWords.grantLead}
        deed={inboxWords.grant}
        said={words.about(inboxWords.granted, about)}
        send={() => answer(request, 'GRANTED', null)}
        onDone={({ notYetTold }) => onTold(notYetTold)}
        onClose={close}
      />
    ));
  const refuse = () =>
    open((close) => (
      <ReasonForm
        title={words.about(inboxWords.refuseTitle, about)}
        lead={inboxWords.refuseLead}
        deed={inboxWords.refuseTitle}
        said={words.about(inboxWords.refused, about)}
        send={(reason) => answer(request, 'DECLINED', reason)}
        onClose={close}
      />
    ));
  return (
    <p className="row no-print">
      <button type="button" className="button primary dense" onClick={grant}>
        {inboxWords.grantOpen}
        <span className="unseen">{about}</span>
      </button>
      <button type="button" className="button plain dense" onClick={refuse}>
        {inboxWords.refuse}
        <span className="unseen">{about}</span>
      </button>
    </p>
  );
};

const saidOf = ({ requester }: Request, box: Box): string =>
  box === 'sent' || !requester
    ? inboxWords.youAsked
    : inboxWords.asks(requester.name, labels.ProfessionalRole[requester.role]);

type LineProps = AnswersProps & {
  readonly box: Box;
  readonly index: number;
  readonly answered: Answer<WhoAsksToFollowQuery>;
};

const RequestLine = ({ request, box, index, answered, onTold }: LineProps) => {
  const { id, status, reason, askedAt, declineReason, family } = request;
  const path = ['membershipRequests', 'edges', index, 'node', 'family'];
  return (
    <li id={`about-${id}`} tabIndex={-1} className="stack">
      <div className="spread">
        <p>
          {saidOf(request, box)} <WhoseFile part={known(answered, path, family)} />{' '}
          <span className="tag">{labels.MembershipRequestStatus[status]}</span>
        </p>
        <span className="small faint figures">
          {sayNearDay(dayOf(askedAt), dayOf(Date.now()), words.near, language)}
        </span>
      </div>
      <p className="note-text">{reason}</p>
      {declineReason ? <p className="small">{inboxWords.declined(declineReason)}</p> : null}
      {status === 'WAITING' && box === 'received' ? <Answers request={request} onTold={onTold} /> : null}
    </li>
  );
};

const boxOf = { received: 'TO_ANSWER', sent: 'SENT' } as const;

type PageProps = Pick<LineProps, 'box' | 'onTold'> & { readonly after: string | undefined };

const variablesOf = (box: Box, after: string | undefined) => ({ box: boxOf[box], ...(after && { after }) });

const Page = ({ box, after, onTold }: PageProps) => {
  const { data: answered, error, refetch } = useAnswer(WhoAsksToFollow, variablesOf(box, after));
  if (!answered) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { edges } = answered.data.membershipRequests;
  if (edges.length === 0 && after === undefined)
    return <p className="list-title muted">{inboxWords.noRequests[box]}</p>;
  return (
    <ul className="lines">
      {edges.map(({ node }, index) => (
        <RequestLine
          key={node.id}
          request={node}
          box={box}
          index={index}
          answered={answered}
          onTold={onTold}
        />
      ))}
    </ul>
  );
};

/** Who wants to follow a family, for whoever may let them. */
export const RequestsPart = ({ box }: { readonly box: Box }) => {
  const pages = usePages(box);
  // The line goes with its answer: what is to be said of it stands here.
  const [notYet, setNotYet] = useState<readonly string[]>([]);
  const last = useAnswer(WhoAsksToFollow, variablesOf(box, pages.last));
  return (
    <section className="card ruled" aria-labelledby="requests">
      <h2 id="requests" className="list-title">
        {inboxWords.requests}
      </h2>
      <NotYetTold agencies={notYet} />
      {pages.all.map((after) => (
        <Page key={after ?? 'first'} box={box} after={after} onTold={setNotYet} />
      ))}
      <MorePages page={last.data?.data.membershipRequests.pageInfo} onMore={pages.more} />
    </section>
  );
};
