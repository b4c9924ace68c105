import { useEffect, useState } from 'react';
import { sessionState } from '../graph/session.ts';

/** While something is written that is not sent: the browser asks before the page goes, and no key leads away. Whoever signs out, or comes after somebody else, is not asked. */
export const useUnsaved = (isUnsaved: boolean): void => {
  useEffect(() => {
    if (!isUnsaved) return;
    const { dataset } = document.documentElement;
    const ask = (event: BeforeUnloadEvent) => {
      if ('unsaved' in dataset && sessionState().is === 'signed-in') event.preventDefault();
    };
    dataset.unsaved = '';
    addEventListener('beforeunload', ask);
    return () => {
      delete dataset.unsaved;
      removeEventListener('beforeunload', ask);
    };
  }, [isUnsaved]);
};

/** A draft is unsaved from its first change on; its form goes once it is sent. */
export const useUnsavedDraft = (draft: object): void => {
  const [first] = useState(draft);
  useUnsaved(draft !== first);
};
