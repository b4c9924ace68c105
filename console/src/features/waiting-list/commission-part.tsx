import { useState } from 'react';
import { CommissionsAround } from '../../graph/asked/commissions-around.ts';
import { EndCommission } from '../../graph/asked/end-commission.ts';
import { FixCommission } from '../../graph/asked/fix-commission.ts';
import type { CommissionsAroundQuery } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { addDays, dayOf, sayDay, sayNearDay } from '../../time/city-time.rules.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { InputField } from '../../ui/input-field.tsx';
import type { Request } from './chosen-request.tsx';
import { DecideButton } from './decision-forms.tsx';
import { decisionOn, type Sittings, sittingsOf, type Turn, turnOf } from './waiting.rules.ts';
import { waitingWords } from './words.ts';

export type Commission = CommissionsAroundQuery['commissions'][number];

const DAYS_BEFORE = 90;
const DAYS_AFTER = 180;

/** The commission that sits, and the next one. */
const useSittings = (isWanted: boolean): Sittings<Commission> | undefined => {
  const today = dayOf(Date.now());
  const span = { from: addDays(today, -DAYS_BEFORE), to: addDays(today, DAYS_AFTER) };
  const { data } = useAnswer(CommissionsAround, span, { isWanted });
  return data && sittingsOf(data.data.commissions, today);
};

export type Commissions = { readonly sittings: Sittings<Commission>; readonly turn: Turn };

const NOBODY = { sitting: undefined, next: undefined };

/** Whose turn it is before a place is held: of regular care a commission decides first. */
export const useCommissions = (request: Request): Commissions => {
  const sittings = useSittings(request.kind === 'LONG_TERM');
  if (!sittings) return { sittings: NOBODY, turn: 'none' };
  return { sittings, turn: turnOf(request, sittings) };
};

const near = (day: string) => sayNearDay(day, dayOf(Date.now()), words.near, language);

const saidOf = (request: Request, { sittings, turn }: Commissions): string => {
  const section = decisionOn(request)?.section;
  if (turn === 'granted' && section) return waitingWords.granted(`${section.centre.name}, ${section.name}`);
  if (turn === 'decide' && sittings.sitting) return waitingWords.sits(near(sittings.sitting.heldOn));
  if (turn === 'wait' && sittings.next) return waitingWords.comesFirst(near(sittings.next.heldOn));
  return waitingWords.noCommission;
};

type PartProps = { readonly request: Request; readonly commissions: Commissions };

/** What a commission has decided on a request, or has to decide before a place is held. */
export const CommissionPart = ({ request, commissions }: PartProps) => {
  const { turn, sittings } = commissions;
  if (turn === 'none') return null;
  const last = decisionOn(request);
  return (
    <div className={`notice${turn === 'granted' ? ' fine' : ''} waiting-commission`}>
      <Icon name={turn === 'granted' ? 'check' : 'people'} />
      <div className="stack">
        <p>
          <b>{saidOf(request, commissions)}</b>
        </p>
        {last?.decision === 'POSTPONED' ? (
          <p className="small">
            {waitingWords.postponedBy(sayDay(last.commission.heldOn, 'date', language), last.reason ?? '')}
          </p>
        ) : null}
        {turn === 'decide' && sittings.sitting ? (
          <div className="row no-print">
            <DecideButton request={request} commission={sittings.sitting} decision="POSTPONED" />
            <DecideButton request={request} commission={sittings.sitting} decision="REFUSED" />
          </div>
        ) : null}
        {turn === 'no-commission' ? <FixButton /> : null}
      </div>
    </div>
  );
};

type FormProps = { readonly onClose: () => void };

const FixForm = ({ onClose }: FormProps) => {
  const [heldOn, setHeldOn] = useState(() => addDays(dayOf(Date.now()), 7));
  const [id] = useState(() => crypto.randomUUID());
  const { isBusy, problem, isQuestion, make, setProblem } = useChange();
  const send = async () => {
    // What was asked once is sent again only by who has read the question.
    const input = { id, heldOn, confirmed: isQuestion };
    const fixed = await make(
      change(FixCommission, { input }, (data) => data.scheduleCommission),
      waitingWords.fixed,
    );
    if (fixed) onClose();
  };
  return (
    <FormDialog
      title={waitingWords.fix}
      lead={waitingWords.fixLead}
      send={isQuestion ? waitingWords.fixAnyway : waitingWords.fix}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <InputField
        label={waitingWords.heldOn}
        type="date"
        value={heldOn}
        onChange={(value) => {
          setProblem(undefined);
          setHeldOn(value);
        }}
      />
    </FormDialog>
  );
};

const FixButton = () => {
  const open = useDialog();
  return (
    <p className="no-print">
      <button
        type="button"
        className="button dense"
        onClick={() => open((close) => <FixForm onClose={close} />)}
      >
        {waitingWords.fix}
      </button>
    </p>
  );
};

type EndProps = { readonly commission: Commission };

const EndForm = ({ commission: { id, version }, onClose }: EndProps & FormProps) => {
  const { isBusy, problem, make } = useChange();
  const end = async () => {
    const input = { commissionId: id, version };
    const ended = await make(
      change(EndCommission, { input }, (data) => data.closeCommission),
      waitingWords.ended,
    );
    if (ended) onClose();
  };
  return (
    <FormDialog
      title={waitingWords.end}
      lead={waitingWords.endLead}
      send={waitingWords.end}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void end()}
      onClose={onClose}
    />
  );
};

const EndButton = ({ commission }: EndProps) => {
  const open = useDialog();
  return (
    <button
      type="button"
      className="button dense"
      onClick={() => open((close) => <EndForm commission={commission} onClose={close} />)}
    >
      {waitingWords.end}
    </button>
  );
};

/** Above the requests of regular care: the commission that sits, or the next one. */
export const CommissionBar = () => {
  const sittings = useSittings(true);
  if (!sittings) return null;
  const { sitting, next } = sittings;
  return (
    <section className="card waiting-sitting" aria-label={waitingWords.commission}>
      <p>
        <b>{sitting ? waitingWords.sittingNow(near(sitting.heldOn)) : waitingWords.noneSits}</b>{' '}
        <span className="muted">{next ? waitingWords.nextSits(near(next.heldOn)) : ''}</span>
      </p>
      <div className="row no-print">
        {sitting ? <EndButton commission={sitting} /> : null}
        <FixButton />
      </div>
    </section>
  );
};
