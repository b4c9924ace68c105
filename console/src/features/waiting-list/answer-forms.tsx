import { useState } from 'react';
import { ProposeOtherwise } from '../../graph/asked/propose-otherwise.ts';
import { RefuseRequest } from '../../graph/asked/refuse-request.ts';
import { change, useChange } from '../../graph/change.ts';
import { words } from '../../messages/words.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Request } from './chosen-request.tsx';
import { whoseOf } from './waiting.rules.ts';
import { waitingWords } from './words.ts';

type Props = { readonly request: Request };
type FormProps = Props & { readonly onClose: () => void };

const ProposeForm = ({ request, onClose }: FormProps) => {
  const { id, version } = request;
  const [draft, setDraft] = useState({ text: '', contact: '', phone: '' });
  const { isBusy, problem, make, setProblem } = useChange();
  const send = async () => {
    if (draft.text.trim() === '') return setProblem(waitingWords.needed);
    const input = {
      careRequestId: id,
      version,
      text: draft.text,
      contact: draft.contact.trim() || null,
      phone: draft.phone.trim() || null,
    };
    const sent = await make(
      change(ProposeOtherwise, { input }, (data) => data.proposeAlternative),
      waitingWords.proposed,
    );
    if (sent) onClose();
  };
  const field = (name: keyof typeof draft) => ({
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  return (
    <FormDialog
      title={words.about(waitingWords.otherwise, whoseOf(request))}
      lead={waitingWords.otherwiseLead}
      send={waitingWords.propose}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <TextField label={waitingWords.text} isLong {...field('text')} />
      <TextField label={waitingWords.contact} {...field('contact')} />
      <TextField label={waitingWords.phone} {...field('phone')} />
    </FormDialog>
  );
};

export const ProposeButton = ({ request }: Props) => {
  const open = useDialog();
  return (
    <button
      type="button"
      className="button dense"
      onClick={() => open((close) => <ProposeForm request={request} onClose={close} />)}
    >
      {waitingWords.otherwise}
    </button>
  );
};

const RefuseForm = ({ request, onClose }: FormProps) => {
  const { id, version } = request;
  const [reason, setReason] = useState('');
  const { isBusy, problem, make, setProblem } = useChange();
  const send = async () => {
    if (reason.trim() === '') return setProblem(waitingWords.needed);
    const input = { careRequestId: id, version, reason };
    const sent = await make(
      change(RefuseRequest, { input }, (data) => data.refuseCareRequest),
      waitingWords.refused,
    );
    if (sent) onClose();
  };
  return (
    <FormDialog
      title={words.about(waitingWords.refuse, whoseOf(request))}
      lead={waitingWords.refuseLead}
      send={waitingWords.refuse}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <TextField label={waitingWords.refuseReason} isLong value={reason} onChange={setReason} />
    </FormDialog>
  );
};

export const RefuseButton = ({ request }: Props) => {
  const open = useDialog();
  return (
    <button
      type="button"
      className="button plain dense"
      onClick={() => open((close) => <RefuseForm request={request} onClose={close} />)}
    >
      {waitingWords.refuse}
    </button>
  );
};
