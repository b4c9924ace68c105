import { useEffect, useRef, useState } from 'react';
import { words } from '../messages/words.ts';
import { Dialog } from './dialog.tsx';
import { Problem } from './problem.tsx';
import { useUnsaved } from './use-unsaved.ts';

type FormProps = {
  readonly title: string;
  readonly lead: string;
  readonly send: string;
  readonly isBusy: boolean;
  readonly problem: string | undefined;
  /** What it takes has been shown: the button that stands out is the one that leaves everything as it is. */
  readonly isDeed?: boolean;
  /** It is done, and only to be read: nothing is left to cancel. */
  readonly isOver?: boolean;
  /** In place of cancelling. */
  readonly leave?: string | undefined;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children?: React.ReactNode;
};

type LeaveProps = {
  readonly said: string;
  readonly isDeed: boolean;
  readonly isBound: boolean;
  readonly onLeave: () => void;
};

const Leave = ({ said, isDeed, isBound, onLeave }: LeaveProps) => (
  <button
    type="button"
    className={isDeed ? 'button primary' : 'button'}
    aria-disabled={isBound}
    onClick={isBound ? undefined : onLeave}
  >
    {said}
  </button>
);

/** What was typed stays until it is sent, or left on purpose: neither a reload nor the way back leaves it unasked. */
export const FormDialog = ({
  title,
  lead,
  send,
  isBusy,
  problem,
  isDeed = false,
  isOver = false,
  leave = words.cancel,
  onSend,
  onClose,
  children,
}: FormProps) => {
  const [isWritten, setWritten] = useState(false);
  useUnsaved(isWritten && !isOver);
  const last = useRef<HTMLButtonElement>(null);
  // What was pressed becomes the way out: whoever works by keyboard is there already.
  useEffect(() => {
    if (isOver) last.current?.focus();
  }, [isOver]);
  // While it is done there is no way back, but one that the form has of its own.
  const isBound = isBusy && leave === words.cancel;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      isBinding={isBound}
      foot={
        <>
          <Problem said={problem} />
          {isOver ? null : <Leave said={leave} isDeed={isDeed} isBound={isBound} onLeave={onClose} />}
          <button
            key={isDeed ? 'deed' : 'send'}
            ref={last}
            type="button"
            className={isDeed ? 'button' : 'button primary'}
            aria-disabled={isBusy}
            onClick={isBusy ? undefined : onSend}
          >
            {isBusy ? words.sending : send}
          </button>
        </>
      }
    >
      <p className="muted">{lead}</p>
      <fieldset className="bare" disabled={isBusy} onInput={() => setWritten(true)}>
        {children}
      </fieldset>
    </Dialog>
  );
};
