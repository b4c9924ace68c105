import { useState } from 'react';
import { keptOf, type Read } from './last-known.rules.ts';

/** A part of a page with what is written on it, shown of its last whole answer while its agency is away. */
export const useLastKnown = <Data, Value>(read: Read<Data, Value> | undefined) => {
  const [last, setLast] = useState<Read<Data, Value>>();
  const kept = read && keptOf(read, last);
  if (read && kept !== last) setLast(kept);
  const shown = kept ?? read;
  return shown && { ...shown, isOld: read?.part.is === 'away' && kept !== undefined };
};
