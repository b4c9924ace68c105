import { useState } from 'react';
import { DecideInCommission } from '../../graph/asked/decide-in-commission.ts';
import { change, useChange } from '../../graph/change.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { sayDay } from '../../time/city-time.rules.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Request } from './chosen-request.tsx';
import type { Commission } from './commission-part.tsx';
import { type Place, whoseOf } from './waiting.rules.ts';
import { waitingWords } from './words.ts';

type About = { readonly request: Request; readonly commission: Commission };

const useDecision = ({ request: { id, version }, commission }: About) => {
  const [sentAs] = useState(() => crypto.randomUUID());
  const changing = useChange();
  const decide = (
    decided:
      | { readonly decision: 'GRANTED'; readonly sectionId: string }
      | { readonly decision: 'POSTPONED' | 'REFUSED'; readonly reason: string },
  ) => {
    const input = { id: sentAs, commissionId: commission.id, careRequestId: id, version, ...decided };
    return changing.make(
      change(DecideInCommission, { input }, (data) => data.recordCommissionDecision),
      waitingWords.decided[decided.decision],
    );
  };
  return { ...changing, decide };
};

type GrantProps = About & { readonly place: Place };

/** Read once more before it is noted: who, where, and by which commission. */
const GrantForm = ({
  request,
  place,
  commission,
  onClose,
}: GrantProps & { readonly onClose: () => void }) => {
  const { isBusy, problem, decide } = useDecision({ request, commission });
  const grant = async () => {
    if (await decide({ decision: 'GRANTED', sectionId: place.section.id })) onClose();
  };
  return (
    <FormDialog
      title={words.about(waitingWords.grant, whoseOf(request))}
      lead={waitingWords.grantLead(
        sayDay(commission.heldOn, 'long', language),
        request.child.firstName ?? '',
        `${place.centre.name}, ${place.section.name}`,
      )}
      send={waitingWords.grant}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void grant()}
      onClose={onClose}
    >
      <p>{waitingWords.grantNext}</p>
    </FormDialog>
  );
};

export const GrantButton = (props: GrantProps) => {
  const open = useDialog();
  const { centre, section } = props.place;
  return (
    <button
      type="button"
      className="button dense no-print"
      onClick={() => open((close) => <GrantForm {...props} onClose={close} />)}
    >
      {waitingWords.grant}
      <span className="unseen">
        {centre.name}, {section.name}
      </span>
    </button>
  );
};

type DecideProps = About & { readonly decision: 'POSTPONED' | 'REFUSED' };

const DecideForm = ({ decision, onClose, ...about }: DecideProps & { readonly onClose: () => void }) => {
  const [reason, setReason] = useState('');
  const { isBusy, problem, decide, setProblem } = useDecision(about);
  const send = async () => {
    if (reason.trim() === '') return setProblem(waitingWords.needed);
    if (await decide({ decision, reason })) onClose();
  };
  return (
    <FormDialog
      title={words.about(waitingWords.decide[decision], whoseOf(about.request))}
      lead={decision === 'REFUSED' ? waitingWords.refuseLead : waitingWords.postponeLead}
      send={waitingWords.decide[decision]}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <TextField label={waitingWords.decideReason} isLong value={reason} onChange={setReason} />
    </FormDialog>
  );
};

export const DecideButton = (props: DecideProps) => {
  const open = useDialog();
  return (
    <button
      type="button"
      className={`button dense${props.decision === 'REFUSED' ? ' plain' : ''}`}
      onClick={() => open((close) => <DecideForm {...props} onClose={close} />)}
    >
      {waitingWords.decide[props.decision]}
    </button>
  );
};
