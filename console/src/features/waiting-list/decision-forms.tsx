import { useState } from 'react';
import { DecideInCommission } from '../../graph/asked/decide-in-commission.ts';
import { change, useChange } from '../../graph/change.ts';
import { language } from '../../messages/language.ts';
import { sayDay } from '../../time/city-time.rules.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Request } from './chosen-request.tsx';
import type { Commission } from './commission-part.tsx';
import type { Place } from './waiting.rules.ts';
import { waitingWords } from './words.ts';

/** What is decided is of the request as it was when the dialog opened: a colleague's change meanwhile is told. */
const useDecision = (request: Request, commission: Commission) => {
  const [version, setVersion] = useState(request.version);
  const [id] = useState(() => crypto.randomUUID());
  const changing = useChange();
  const decide = (
    decided:
      | { readonly decision: 'GRANTED'; readonly sectionId: string }
      | { readonly decision: 'POSTPONED' | 'REFUSED'; readonly reason: string },
  ) => {
    const input = {
      id,
      commissionId: commission.id,
      careRequestId: request.id,
      version,
      ...decided,
    };
    return changing.make(
      change(DecideInCommission, { input }, (data) => data.recordCommissionDecision),
      waitingWords.decided[decided.decision],
    );
  };
  return { ...changing, decide, readNow: () => setVersion(request.version) };
};

type GrantProps = { readonly request: Request; readonly place: Place; readonly commission: Commission };

/** Read once more before it is noted: who, where, and by which commission. */
export const GrantButton = ({ request, place, commission }: GrantProps) => {
  const [isAsking, setAsking] = useState(false);
  const { isBusy, problem, decide, readNow } = useDecision(request, commission);
  const open = () => {
    readNow();
    setAsking(true);
  };
  const name = `${place.centre.name}, ${place.section.name}`;
  const grant = async () => {
    if (await decide({ decision: 'GRANTED', sectionId: place.section.id })) setAsking(false);
  };
  return (
    <>
      <button type="button" className="button dense no-print" onClick={open}>
        {waitingWords.grant}
        <span className="unseen">{name}</span>
      </button>
      {isAsking ? (
        <FormDialog
          title={waitingWords.grant}
          lead={waitingWords.grantLead(
            sayDay(commission.heldOn, 'long', language),
            request.child.firstName ?? '',
            name,
          )}
          send={waitingWords.grant}
          isBusy={isBusy}
          problem={problem}
          onSend={() => void grant()}
          onClose={() => setAsking(false)}
        >
          <p>{waitingWords.grantNext}</p>
        </FormDialog>
      ) : null}
    </>
  );
};

type DecideProps = {
  readonly request: Request;
  readonly commission: Commission;
  readonly decision: 'POSTPONED' | 'REFUSED';
};

export const DecideForm = ({ request, commission, decision }: DecideProps) => {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { isBusy, problem, decide, setProblem, readNow } = useDecision(request, commission);
  const open = () => {
    readNow();
    setOpen(true);
  };
  const send = async () => {
    if (reason.trim() === '') return setProblem(waitingWords.needed);
    if (await decide({ decision, reason })) setOpen(false);
  };
  const isRefusal = decision === 'REFUSED';
  return (
    <>
      <button type="button" className={`button dense${isRefusal ? ' plain' : ''}`} onClick={open}>
        {waitingWords.decide[decision]}
      </button>
      {isOpen ? (
        <FormDialog
          title={waitingWords.decide[decision]}
          lead={isRefusal ? waitingWords.refuseLead : waitingWords.postponeLead}
          send={waitingWords.decide[decision]}
          isBusy={isBusy}
          problem={problem}
          onSend={() => void send()}
          onClose={() => setOpen(false)}
        >
          <TextField label={waitingWords.decideReason} isLong value={reason} onChange={setReason} />
        </FormDialog>
      ) : null}
    </>
  );
};
