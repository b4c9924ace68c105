import { useEffect, useState } from 'react';
import { sessionState } from '../graph/session.ts';
import { isUnsaved as isStillUnsaved, noteUnsaved } from '../graph/unsaved.ts';

/** While something is written that is not sent: the browser asks before the page goes, a link asks before it leads away, and no key does. Whoever signs out, or comes after somebody else, is not asked. */
export const useUnsaved = (isUnsaved: boolean): void => {
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (isStillUnsaved() && sessionState().is === 'signed-in') event.preventDefault();
    };
    const release = noteUnsaved();
    addEventListener('beforeunload', ask);
    return () => {
      release();
      removeEventListener('beforeunload', ask);
    };
  }, [isUnsaved]);
};

/** A draft is unsaved from its first change on; its form goes once it is sent. */
export const useUnsavedDraft = (draft: object): void => {
  const [first] = useState(draft);
  useUnsaved(draft !== first);
};
