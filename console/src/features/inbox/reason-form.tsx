import { useState } from 'react';
import { type Changed, useChange } from '../../graph/change.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { inboxWords } from './words.ts';

type ReasonFormProps = {
  readonly title: string;
  readonly lead: string;
  readonly deed: string;
  readonly said: string;
  readonly send: (reason: string) => Promise<Changed<unknown>>;
  readonly onClose: () => void;
};

/** Whoever asked or sent reads why not. */
export const ReasonForm = ({ title, lead, deed, said, send, onClose }: ReasonFormProps) => {
  const [reason, setReason] = useState('');
  const { isBusy, problem, make, setProblem } = useChange();
  const act = async () => {
    if (reason.trim() === '') return setProblem(inboxWords.reasonNeeded);
    if (await make(send(reason.trim()), said)) onClose();
  };
  return (
    <FormDialog
      title={title}
      lead={lead}
      send={deed}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void act()}
      onClose={onClose}
    >
      <TextField label={inboxWords.reason} isLong value={reason} onChange={setReason} />
    </FormDialog>
  );
};
