import { useState } from 'react';
import { AnswerWhatIsEntrusted } from '../../graph/asked/answer-what-is-entrusted.ts';
import { LookIntoReferral } from '../../graph/asked/look-into-referral.ts';
import { ReferralsInBox } from '../../graph/asked/referrals-in-box.ts';
import type { ReferralsInBoxQuery } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { type Answer, known } from '../../graph/known.rules.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import type { Box } from '../../searches.rules.ts';
import { dayOf, sayDay, sayNearDay } from '../../time/city-time.rules.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { Phone } from '../../ui/phone.tsx';
import { Problem } from '../../ui/problem.tsx';
import { AnswerForm } from './answer-form.tsx';
import { BoxPart } from './box-part.tsx';
import { isForAll } from './inbox.rules.ts';
import { nameOf, WhoseFile } from './whose-file.tsx';
import { inboxWords } from './words.ts';

type Referral = ReferralsInBoxQuery['referrals']['edges'][number]['node'];
type OfProps = { readonly referral: Referral };

const day = (of: string) => sayDay(of, 'date', language);

const OPEN = new Set<Referral['status']>(['SENT', 'SEEN']);

const answer = ({ id, version }: Referral, decision: 'ACCEPTED' | 'DECLINED', reason: string | null) =>
  change(
    AnswerWhatIsEntrusted,
    { input: { referralId: id, version, decision, reason } },
    (data) => data.answerReferral,
  );

type AnswersProps = OfProps & {
  /** The agencies that do not know of it yet. */
  readonly onTold: (notYet: readonly string[]) => void;
};

const declineWords = (referral: Referral) =>
  isForAll(referral)
    ? { title: inboxWords.declineForAll, lead: inboxWords.declineForAllLead }
    : { title: inboxWords.declineTitle, lead: inboxWords.declineLead };

/** One is told before one accepts which file that opens: the list may move beneath the pointer. */
const useAnswerDialogs = ({ referral, onTold }: AnswersProps) => {
  const open = useDialog();
  const name = nameOf(referral.family);
  const { title, lead } = declineWords(referral);
  return {
    accept: () =>
      open((close) => (
        <AnswerForm
          title={words.about(inboxWords.accept, name)}
          lead={inboxWords.acceptLead}
          deed={inboxWords.accept}
          said={words.about(inboxWords.accepted, name)}
          send={() => answer(referral, 'ACCEPTED', null)}
          onDone={({ notYetTold }) => onTold(notYetTold)}
          onClose={close}
        />
      )),
    decline: () =>
      open((close) => (
        <AnswerForm
          needsReason
          title={words.about(title, name)}
          lead={lead}
          deed={title}
          said={words.about(inboxWords.declineDone, name)}
          send={(reason) => answer(referral, 'DECLINED', reason)}
          onClose={close}
        />
      )),
  };
};

/** Of one that nobody has looked into it is said that one does; of a whole service one reads the file from then on. */
const LookIntoButton = ({ referral, onTold }: AnswersProps) => {
  const { isBusy, problem, make } = useChange();
  const look = async () => {
    const input = { referralId: referral.id, version: referral.version };
    const seen = await make(
      change(LookIntoReferral, { input }, (data) => data.markReferralSeen),
      inboxWords.looked,
    );
    if (seen) onTold(seen.notYetTold);
  };
  return (
    <>
      <button
        type="button"
        className="button dense"
        aria-disabled={isBusy}
        onClick={isBusy ? undefined : () => void look()}
      >
        {isBusy ? words.sending : inboxWords.look}
        <span className="unseen">{nameOf(referral.family)}</span>
      </button>
      <Problem said={problem} />
    </>
  );
};

const Answers = (props: AnswersProps) => {
  const { accept, decline } = useAnswerDialogs(props);
  const name = nameOf(props.referral.family);
  return (
    <div className="row no-print">
      <button type="button" className="button primary dense" onClick={accept}>
        {inboxWords.acceptOpen}
        <span className="unseen">{name}</span>
      </button>
      {props.referral.status === 'SENT' ? <LookIntoButton {...props} /> : null}
      <button type="button" className="button plain dense" onClick={decline}>
        {inboxWords.decline}
        <span className="unseen">{name}</span>
      </button>
    </div>
  );
};

/** With whom: who sent it, and whom it is addressed to; one to a whole service is for whoever of it takes it. */
const With = ({ referral, box }: OfProps & { readonly box: Box }) => {
  const { sender, addressee, target } = referral;
  const other = box === 'received' ? sender : addressee;
  const whom = isForAll(referral)
    ? inboxWords.toService(labels.ReferralTarget[target])
    : inboxWords.to(addressee?.name ?? '');
  const from = sender ? inboxWords.from(sender.name, labels.ProfessionalRole[sender.role]) : '';
  return (
    <span className="row small muted">
      {box === 'received' ? `${from} · ${whom}` : whom}
      {other?.phone ? <Phone number={other.phone} name={other.name} /> : null}
    </span>
  );
};

type LineProps = AnswersProps & {
  readonly box: Box;
  readonly index: number;
  readonly answered: Answer<ReferralsInBoxQuery>;
};

const ReferralLine = ({ referral, box, index, answered, onTold }: LineProps) => {
  const { id, status, message, sentAt, expiresOn, isReminderDue, declineReason } = referral;
  const isOpen = OPEN.has(status);
  const path = ['referrals', 'edges', index, 'node', 'family'];
  return (
    <li id={`about-${id}`} tabIndex={-1} className="stack">
      <div className="spread">
        <p>
          <WhoseFile part={known(answered, path, referral.family)} />{' '}
          <span className="tag">{labels.ReferralStatus[status]}</span>{' '}
          {isReminderDue ? <span className="tag late">{inboxWords.reminder}</span> : null}
        </p>
        <span className="small faint figures">
          {sayNearDay(dayOf(sentAt), dayOf(Date.now()), words.near, language)}
          {isOpen ? ` · ${inboxWords.until(day(expiresOn))}` : ''}
        </span>
      </div>
      <With referral={referral} box={box} />
      {message ? <p className="note-text">{message}</p> : null}
      {declineReason ? <p className="small">{inboxWords.declined(declineReason)}</p> : null}
      {isOpen && box === 'received' ? <Answers referral={referral} onTold={onTold} /> : null}
    </li>
  );
};

const boxOf = { received: 'RECEIVED', sent: 'SENT' } as const;

/** What colleagues entrust to each other. */
export const ReferralsPart = ({ box }: { readonly box: Box }) => {
  const [notYet, setNotYet] = useState<readonly string[]>([]);
  return (
    <BoxPart
      id="referrals"
      title={inboxWords.referrals}
      notYet={notYet}
      document={ReferralsInBox}
      variablesOf={(after) => ({ box: boxOf[box], ...(after && { after }) })}
      listOf={({ referrals }) => referrals}
      none={inboxWords.none[box]}
      row={(referral, index, answered) => (
        <ReferralLine
          key={referral.id}
          referral={referral}
          box={box}
          index={index}
          answered={answered}
          onTold={setNotYet}
        />
      )}
    />
  );
};
