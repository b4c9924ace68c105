import { useState } from 'react';
import { AnnounceOrLookAtAbsence } from '../../graph/asked/announce-or-look-at-absence.ts';
import { ChangeOrLookAtPlacement } from '../../graph/asked/change-or-look-at-placement.ts';
import { EndOrLookAtPlacement } from '../../graph/asked/end-or-look-at-placement.ts';
import { RenewOrLookAtPlacement } from '../../graph/asked/renew-or-look-at-placement.ts';
import { ResumeOrLookAtPlacement } from '../../graph/asked/resume-or-look-at-placement.ts';
import { SuspendOrLookAtPlacement } from '../../graph/asked/suspend-or-look-at-placement.ts';
import type { EndOrLookAtPlacementMutation } from '../../graph/asked/types.ts';
import { type Changed, change, useChange } from '../../graph/change.ts';
import { dayOf } from '../../time/city-time.rules.ts';
import type { Placement } from './chosen-placement.tsx';
import { type Act, type Draft, inputsOf, lackOf, newDraft } from './placements.rules.ts';
import { placementWords } from './words.ts';

type Ended = NonNullable<EndOrLookAtPlacementMutation['endPlacement']>;
export type Foreseen = Pick<Ended, 'placement' | 'uncoveredMilestones' | 'lackingStays'> & {
  readonly refusal: { readonly message: string } | null;
};

type Inputs = ReturnType<typeof inputsOf>;

const ways: Readonly<Record<Act, (inputs: Inputs) => Promise<Changed<Foreseen>>>> = {
  ABSENCE: ({ ABSENCE: input }) => change(AnnounceOrLookAtAbsence, { input }, (data) => data.announceAbsence),
  CHANGE: ({ CHANGE: input }) => change(ChangeOrLookAtPlacement, { input }, (data) => data.changePlacement),
  SUSPEND: ({ SUSPEND: input }) =>
    change(SuspendOrLookAtPlacement, { input }, (data) => data.suspendPlacement),
  RESUME: ({ RESUME: input }) => change(ResumeOrLookAtPlacement, { input }, (data) => data.resumePlacement),
  RENEW: ({ RENEW: input }) => change(RenewOrLookAtPlacement, { input }, (data) => data.renewPlacement),
  END: ({ END: input }) => change(EndOrLookAtPlacement, { input }, (data) => data.endPlacement),
};

type Seen = {
  /** Exactly what was sent; whatever is changed since, here or by a colleague, is looked at anew. */
  readonly of: string;
  readonly foreseen: Foreseen | undefined;
  readonly lacking: Foreseen['lackingStays'];
};

/** Written on from the first change, or once there is a reason. */
const useDraft = () => {
  const [draft, setDraft] = useState<Draft>();
  const [first, setFirst] = useState<Draft>();
  const setNew = (next: Draft | undefined) => {
    setFirst(next);
    setDraft(next);
  };
  const isWritten = draft !== undefined && (draft !== first || draft.reason.trim() !== '');
  return { draft, isWritten, setDraft, setNew };
};

/** First what it would take, then whether to do it. */
export const useActing = (placement: Placement) => {
  const { draft, isWritten, setDraft, setNew } = useDraft();
  const [seen, setSeen] = useState<Seen>();
  const { isBusy, problem, make, setProblem } = useChange();
  const current = JSON.stringify([draft, placement.version]);
  const isOfThis = seen?.of === current;
  const forget = () => {
    setSeen(undefined);
    setProblem(undefined);
  };
  /** Something else, or nothing after all. */
  const begin = (act: Act | undefined) => {
    forget();
    setNew(act && newDraft(act, placement, dayOf(Date.now()), draft?.reason));
  };
  const sendIt = (of: Draft, preview: boolean) => {
    const sent = ways[of.act](inputsOf(of, placement, preview)).then((changed) => {
      const lacking = changed.is === 'refused' ? changed.payload?.lackingStays : undefined;
      setSeen({ of: current, foreseen: undefined, lacking: lacking ?? [] });
      return changed;
    });
    return make(sent, preview ? placementWords.would : placementWords.done);
  };
  const look = async () => {
    if (!draft) return;
    const lack = lackOf(draft);
    setSeen({ of: current, foreseen: undefined, lacking: [] });
    if (lack) return setProblem(placementWords.lacks[lack]);
    const foreseen = await sendIt(draft, true);
    if (foreseen) setSeen({ of: current, foreseen, lacking: [] });
  };
  const act = async () => {
    if (draft && (await sendIt(draft, false))) begin(undefined);
  };
  return {
    draft,
    isWritten,
    begin,
    set: (more: Partial<Draft>) => {
      forget();
      setDraft(draft && { ...draft, ...more });
    },
    foreseen: isOfThis ? seen.foreseen : undefined,
    lacking: isOfThis ? seen.lacking : [],
    problem: isOfThis ? problem : undefined,
    look,
    act,
    isBusy,
  };
};
