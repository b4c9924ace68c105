import { createContext, Fragment, type ReactNode, useContext, useRef, useState } from 'react';
import { keepPlace } from './keep-place.ts';

type Shown = (close: () => void) => ReactNode;

type Opened = { readonly key: number; readonly shown: Shown; readonly opener: Element | null };

const Opening = createContext<(shown: Shown) => void>(() => undefined);

/**
 * Opens a dialog beside the page, not within the part that its button stands in: what a colleague changes meanwhile may
 * take that part away, and the dialog stays, with what is written in it. What it is given is as it was when it opened,
 * its version too: the graph tells of the change when it is sent. Its own way to close closes no other: an answer that
 * comes late finds the next dialog as it is.
 */
export const useDialog = (): ((shown: Shown) => void) => useContext(Opening);

export const Dialogs = ({ children }: { readonly children: ReactNode }) => {
  const count = useRef(0);
  const [opened, setOpened] = useState<Opened>();
  const open = (shown: Shown) => {
    count.current += 1;
    setOpened({ key: count.current, shown, opener: document.activeElement });
  };
  const closeOf =
    ({ key, opener }: Opened) =>
    () => {
      keepPlace(opener);
      setOpened((now) => (now?.key === key ? undefined : now));
    };
  return (
    <Opening value={open}>
      {children}
      {opened ? <Fragment key={opened.key}>{opened.shown(closeOf(opened))}</Fragment> : null}
    </Opening>
  );
};
