import { useState } from 'react';
import { type Changed, useChange } from '../../graph/change.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { inboxWords } from './words.ts';

type AnswerFormProps<Done> = {
  readonly title: string;
  readonly lead: string;
  readonly deed: string;
  readonly said: string;
  /** Whoever asked or sent reads why not; what says yes needs none. */
  readonly needsReason?: boolean;
  readonly send: (reason: string | null) => Promise<Changed<Done>>;
  readonly onDone?: (done: Done) => void;
  readonly onClose: () => void;
};

/** What opens a family's file to somebody, or does not, is read once more: who, and which family. */
export const AnswerForm = <Done,>({
  title,
  lead,
  deed,
  said,
  needsReason = false,
  send,
  onDone,
  onClose,
}: AnswerFormProps<Done>) => {
  const [reason, setReason] = useState('');
  const { isBusy, problem, make, setProblem } = useChange();
  const act = async () => {
    const written = reason.trim() || null;
    if (needsReason && !written) return setProblem(inboxWords.reasonNeeded);
    const done = await make(send(written), said);
    if (!done) return;
    onDone?.(done);
    onClose();
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
      {needsReason ? (
        <TextField
          label={inboxWords.reason}
          isLong
          value={reason}
          onChange={(next) => {
            setProblem(undefined);
            setReason(next);
          }}
        />
      ) : null}
    </FormDialog>
  );
};
