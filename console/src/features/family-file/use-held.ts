import { useState } from 'react';
import { OpenFamily } from '../../graph/asked/open-family.ts';
import type { Changed } from '../../graph/change.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { fileVariables } from '../../searches.rules.ts';
import type { Family } from './file-page.tsx';
import { heldOf } from './support.rules.ts';

type Versioned = { readonly id: string; readonly version: number | null };
type Payload = { readonly refusal: { readonly reason: string } | null };

/** Somebody changed it since it was read. */
export const isStale = (changed: Changed<Payload>): boolean =>
  changed.is === 'refused' && changed.payload?.refusal?.reason === 'STALE_VERSION';

/**
 * A record as whoever changes it has seen it: as it was when the form opened. When it turns out that somebody changed it since, as it was
 * read then, once: what is written stays, and is sent again as of that. Whatever is changed after that is refused again.
 */
export const useHeld = <Each extends Versioned>(
  first: Each,
  family: Family,
  among: (family: Family) => readonly Each[] | null,
) => {
  const [seen, setSeen] = useState(first);
  const [wasChanged, setChanged] = useState(false);
  const [isAwaited, setAwaited] = useState(false);
  const { data } = useAnswer(OpenFamily, fileVariables(family.reference ?? '', Date.now()));
  const now = data?.data.family;
  const latest = now ? among(now)?.find(({ id }) => id === first.id) : undefined;
  const held = heldOf(seen, latest, isAwaited);
  if (held !== seen) {
    setSeen(held);
    setAwaited(false);
  }
  const look = (changed: Changed<Payload>): void => {
    if (!isStale(changed)) return;
    setChanged(true);
    setAwaited(true);
  };
  return { seen: held, wasChanged, look };
};
