import { createContext, type ReactNode, useContext, useState } from 'react';

type Shown = (close: () => void) => ReactNode;

const Opening = createContext<(shown: Shown) => void>(() => undefined);

/**
 * Opens a dialog beside the page, not within the part that its button stands in: what a colleague changes meanwhile may
 * take that part away, and the dialog stays, with what is written in it. What it is given is as it was when it opened,
 * its version too: the graph tells of the change when it is sent.
 */
export const useDialog = (): ((shown: Shown) => void) => useContext(Opening);

export const Dialogs = ({ children }: { readonly children: ReactNode }) => {
  const [opened, setOpened] = useState<{ readonly shown: Shown }>();
  const close = () => setOpened(undefined);
  return (
    <Opening value={(shown) => setOpened({ shown })}>
      {children}
      {opened?.shown(close)}
    </Opening>
  );
};
