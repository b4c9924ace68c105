import type { ReactNode } from 'react';

type NothingYetProps = {
  readonly said: string;
  /** What brings something here. */
  readonly next: string;
  /** The way there. */
  readonly children?: ReactNode;
};

/** In place of a list with nothing in it: that there is nothing, and what to do next. */
export const NothingYet = ({ said, next, children }: NothingYetProps) => (
  <div className="list-title stack">
    <p className="muted">
      {said} {next}
    </p>
    {children ? <p className="row no-print">{children}</p> : null}
  </div>
);
