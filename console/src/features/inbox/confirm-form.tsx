import { type Changed, useChange } from '../../graph/change.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';

type ConfirmFormProps<Done> = {
  readonly title: string;
  readonly lead: string;
  readonly deed: string;
  readonly said: string;
  readonly send: () => Promise<Changed<Done>>;
  readonly onDone: (done: Done) => void;
  readonly onClose: () => void;
};

/** What opens a family's file to somebody is read once more: who, and which family. */
export const ConfirmForm = <Done,>({
  title,
  lead,
  deed,
  said,
  send,
  onDone,
  onClose,
}: ConfirmFormProps<Done>) => {
  const { isBusy, problem, make } = useChange();
  const act = async () => {
    const done = await make(send(), said);
    if (!done) return;
    onDone(done);
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
    />
  );
};
