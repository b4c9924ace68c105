import { useState } from 'react';
import type { Changed } from '../../graph/change.ts';
import { useChange } from '../../graph/change.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Family } from './file-page.tsx';
import { rightWords } from './put-right-words.ts';
import { useHeld } from './use-held.ts';

type Record = { readonly id: string; readonly version: number };
type Payload = { readonly refusal: { readonly reason: string; readonly message: string } | null };

type Props<Each extends Record> = {
  readonly title: string;
  readonly lead?: string;
  readonly said: string;
  /** Where it takes something away: what the two buttons say. */
  readonly deed?: { readonly does: string; readonly leaves: string };
  readonly family: Family;
  readonly record: Each;
  readonly among: (family: Family) => readonly Each[] | null;
  /** What a record says, for whoever writes beside a colleague. */
  readonly sayNow: (record: Each) => string;
  /** Why it cannot be sent yet. */
  readonly lack?: string | undefined;
  readonly send: (record: Each, reason: string) => Promise<Changed<Payload>>;
  readonly onClose: () => void;
  readonly children?: React.ReactNode;
};

/** Why a record is put right, beside what is put right of it; a change of somebody else is shown, and nothing typed is lost. */
export const CorrectDialog = <Each extends Record>(props: Props<Each>) => {
  const { title, lead = rightWords.lead, said, deed, lack, send, onClose, children } = props;
  const [reason, setReason] = useState('');
  const { isBusy, problem, make, setProblem } = useChange();
  const { seen, wasChanged, look } = useHeld(props.record, props.family, props.among);
  const put = async () => {
    if (lack) return setProblem(lack);
    if (reason.trim() === '') return setProblem(rightWords.reasonNeeded);
    const sent = send(seen, reason.trim());
    const done = await make(sent, said);
    look(await sent);
    if (done) onClose();
  };
  return (
    <FormDialog
      title={title}
      lead={lead}
      send={deed?.does ?? rightWords.save}
      isBusy={isBusy}
      isDeed={deed !== undefined}
      problem={problem}
      leave={isBusy ? undefined : deed?.leaves}
      onSend={() => void put()}
      onClose={onClose}
    >
      {children}
      <TextField
        label={deed ? rightWords.why : rightWords.reason}
        isLong
        value={reason}
        onChange={(text) => {
          setProblem(undefined);
          setReason(text);
        }}
      />
      {wasChanged ? (
        <p className="small note-text" role="status">
          {rightWords.now} {props.sayNow(seen)}
        </p>
      ) : null}
    </FormDialog>
  );
};
