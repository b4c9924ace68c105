import { useEffect, useId, useRef } from 'react';

type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
  readonly foot?: React.ReactNode;
  /** One that cannot be closed but by what it offers. */
  readonly isBinding?: boolean;
};

/** The browser's own dialog: it holds the focus, closes on Escape and gives the focus back. */
export const Dialog = ({ title, onClose, children, foot, isBinding = false }: DialogProps) => {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        if (!isBinding) onClose();
      }}
    >
      <div className="dialog-body">
        <h2 id={heading}>{title}</h2>
        {children}
      </div>
      {foot ? <div className="dialog-foot">{foot}</div> : null}
    </dialog>
  );
};
