import { words } from '../messages/words.ts';
import { Dialog } from './dialog.tsx';
import { Problem } from './problem.tsx';

type FormProps = {
  readonly title: string;
  readonly lead: string;
  readonly send: string;
  readonly isBusy: boolean;
  readonly problem: string | undefined;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children?: React.ReactNode;
};

/** What was typed stays until it is sent, or left on purpose. */
export const FormDialog = ({ title, lead, send, isBusy, problem, onSend, onClose, children }: FormProps) => (
  <Dialog
    title={title}
    onClose={onClose}
    foot={
      <>
        <button type="button" className="button" onClick={onClose}>
          {words.cancel}
        </button>
        <button
          type="button"
          className="button primary"
          aria-disabled={isBusy}
          onClick={isBusy ? undefined : onSend}
        >
          {isBusy ? words.sending : send}
        </button>
      </>
    }
  >
    <p className="muted">{lead}</p>
    {children}
    <Problem said={problem} />
  </Dialog>
);
