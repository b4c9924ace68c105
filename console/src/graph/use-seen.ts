import { useState } from 'react';

type Answered = { readonly refusal: { readonly reason: string } | null } | undefined;

/**
 * What a long form is written on. When a colleague changed it meanwhile, it is read anew, so that the form can show it: what is
 * written stays, and is sent again of what was seen last.
 */
export const useSeen = <Seen>(first: Seen, read: () => Promise<Seen | null | undefined>) => {
  const [seen, setSeen] = useState(first);
  const [isOtherNow, setOtherNow] = useState(false);
  const lookAgain = async (payload: Answered): Promise<void> => {
    if (payload?.refusal?.reason !== 'STALE_VERSION') return;
    const now = await read().catch(() => undefined);
    if (!now) return;
    setSeen(now);
    setOtherNow(true);
  };
  return { seen, isOtherNow, lookAgain };
};
