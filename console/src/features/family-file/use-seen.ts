import { useState } from 'react';
import { OpenFamily } from '../../graph/asked/open-family.ts';
import type { Changed } from '../../graph/change.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { fileVariables } from '../../searches.rules.ts';
import type { Family } from './file-page.tsx';

type Versioned = { readonly id: string; readonly version: number | null };
type Payload = { readonly refusal: { readonly reason: string } | null };

/** Somebody changed it since it was read. */
export const isStale = (changed: Changed<Payload>): boolean =>
  changed.is === 'refused' && changed.payload?.refusal?.reason === 'STALE_VERSION';

/**
 * A record as whoever changes it has seen it: as it was when the form opened. When it turns out that somebody changed it since, it is
 * what was read of it then, which the form shows: what is written stays, and is sent again as of that.
 */
export const useSeen = <Each extends Versioned>(
  first: Each,
  family: Family,
  among: (family: Family) => readonly Each[] | null,
) => {
  const [wasChanged, setChanged] = useState(false);
  const { data } = useAnswer(OpenFamily, fileVariables(family.reference ?? '', Date.now()));
  const now = data?.data.family;
  const latest = now ? among(now)?.find(({ id }) => id === first.id) : undefined;
  const look = (changed: Changed<Payload>): void => setChanged(isStale(changed));
  return { seen: wasChanged && latest ? latest : first, wasChanged, look };
};
