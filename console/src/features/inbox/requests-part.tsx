import { useState } from 'react';
import { AnswerWhoAsks } from '../../graph/asked/answer-who-asks.ts';
import type { WhoAsksToFollowQuery } from '../../graph/asked/types.ts';
import { WhoAsksToFollow } from '../../graph/asked/who-asks-to-follow.ts';
import { change } from '../../graph/change.ts';
import { type Answer, known } from '../../graph/known.rules.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import type { Box } from '../../searches.rules.ts';
import { dayOf, sayNearDay } from '../../time/city-time.rules.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { AnswerForm } from './answer-form.tsx';
import { BoxPart } from './box-part.tsx';
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
      <AnswerForm
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
      <AnswerForm
        needsReason
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

/** Who wants to follow a family, for whoever may let them. */
export const RequestsPart = ({ box }: { readonly box: Box }) => {
  const [notYet, setNotYet] = useState<readonly string[]>([]);
  return (
    <BoxPart
      id="requests"
      title={inboxWords.requests}
      notYet={notYet}
      document={WhoAsksToFollow}
      variablesOf={(after) => ({ box: boxOf[box], ...(after && { after }) })}
      listOf={({ membershipRequests }) => membershipRequests}
      none={inboxWords.noRequests[box]}
      row={(request, index, answered) => (
        <RequestLine
          key={request.id}
          request={request}
          box={box}
          index={index}
          answered={answered}
          onTold={setNotYet}
        />
      )}
    />
  );
};
