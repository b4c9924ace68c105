import { useState } from 'react';
import { ProposeOtherwise } from '../../graph/asked/propose-otherwise.ts';
import { RefuseRequest } from '../../graph/asked/refuse-request.ts';
import { change, useChange } from '../../graph/change.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Request } from './chosen-request.tsx';
import { waitingWords } from './words.ts';

type Props = { readonly request: Request };

export const ProposeForm = ({ request }: Props) => {
  const [isOpen, setOpen] = useState(false);
  // As it was when the dialog opened: a colleague's change meanwhile is told.
  const [version, setVersion] = useState(request.version);
  const open = () => {
    setVersion(request.version);
    setOpen(true);
  };
  const [draft, setDraft] = useState({ text: '', contact: '', phone: '' });
  const { isBusy, problem, make, setProblem } = useChange();
  const send = async () => {
    if (draft.text.trim() === '') return setProblem(waitingWords.needed);
    const input = {
      careRequestId: request.id,
      version,
      text: draft.text,
      contact: draft.contact.trim() || null,
      phone: draft.phone.trim() || null,
    };
    const sent = await make(
      change(ProposeOtherwise, { input }, (data) => data.proposeAlternative),
      waitingWords.proposed,
    );
    if (!sent) return;
    setDraft({ text: '', contact: '', phone: '' });
    setOpen(false);
  };
  const field = (name: keyof typeof draft) => ({
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  return (
    <>
      <button type="button" className="button dense" onClick={open}>
        {waitingWords.otherwise}
      </button>
      {isOpen ? (
        <FormDialog
          title={waitingWords.otherwise}
          lead={waitingWords.otherwiseLead}
          send={waitingWords.propose}
          isBusy={isBusy}
          problem={problem}
          onSend={() => void send()}
          onClose={() => setOpen(false)}
        >
          <TextField label={waitingWords.text} isLong {...field('text')} />
          <TextField label={waitingWords.contact} {...field('contact')} />
          <TextField label={waitingWords.phone} {...field('phone')} />
        </FormDialog>
      ) : null}
    </>
  );
};

export const RefuseForm = ({ request }: Props) => {
  const [isOpen, setOpen] = useState(false);
  // As it was when the dialog opened: a colleague's change meanwhile is told.
  const [version, setVersion] = useState(request.version);
  const open = () => {
    setVersion(request.version);
    setOpen(true);
  };
  const [reason, setReason] = useState('');
  const { isBusy, problem, make, setProblem } = useChange();
  const send = async () => {
    if (reason.trim() === '') return setProblem(waitingWords.needed);
    const input = { careRequestId: request.id, version, reason };
    const sent = await make(
      change(RefuseRequest, { input }, (data) => data.refuseCareRequest),
      waitingWords.refused,
    );
    if (sent) setOpen(false);
  };
  return (
    <>
      <button type="button" className="button plain dense" onClick={open}>
        {waitingWords.refuse}
      </button>
      {isOpen ? (
        <FormDialog
          title={waitingWords.refuse}
          lead={waitingWords.refuseLead}
          send={waitingWords.refuse}
          isBusy={isBusy}
          problem={problem}
          onSend={() => void send()}
          onClose={() => setOpen(false)}
        >
          <TextField label={waitingWords.refuseReason} isLong value={reason} onChange={setReason} />
        </FormDialog>
      ) : null}
    </>
  );
};
