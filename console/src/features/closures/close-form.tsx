import { useState } from 'react';
import { UncoveredList } from '../../cover/uncovered-list.tsx';
import { CloseOrLook } from '../../graph/asked/close-or-look.ts';
import type { CloseOrLookMutation } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { words } from '../../messages/words.ts';
import { dayOf } from '../../time/city-time.rules.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { HALF_HOUR_S, InputField } from '../../ui/input-field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Draft, inputOf, lackOf, uncoveredOf } from './closures.rules.ts';
import { closureWords } from './words.ts';

type Answered = NonNullable<CloseOrLookMutation['closeCentre']>;

const saidUncovered = ({ uncoveredMilestones }: Answered): string =>
  ({
    unknown: closureWords.unknownUncovered,
    none: closureWords.noUncovered,
    some: closureWords.uncovered(uncoveredMilestones?.length ?? 0),
  })[uncoveredOf(uncoveredMilestones)];

type WouldProps = { readonly foreseen: Answered; readonly isOwn: boolean };

const Would = ({ foreseen, isOwn }: WouldProps) => (
  <div className="notice closure-would" role="status">
    <div className="stack">
      <h3>{closureWords.would}</h3>
      <p>
        {closureWords.freed(foreseen.freedBookings)}{' '}
        {foreseen.shortenedBookings > 0 ? closureWords.shortened(foreseen.shortenedBookings) : ''}
      </p>
      <p className="strong">{isOwn ? closureWords.coordinated : saidUncovered(foreseen)}</p>
      <UncoveredList milestones={foreseen.uncoveredMilestones ?? []} />
    </div>
  </div>
);

type Props = {
  readonly centres: readonly { readonly id: string; readonly name: string }[];
  readonly centreId: string;
  /** The staff of a centre close their own, and see no milestones. */
  readonly isOwn: boolean;
  readonly onCentre: (centreId: string) => void;
  readonly onClosed: (closureId: string) => void;
};

type Written = Omit<Draft, 'centreId'>;

const newDraft = (today: string): Written => ({
  from: today,
  to: today,
  opensAt: '',
  closesAt: '',
  reason: '',
});

/** Sent again after a broken connection, the same id closes once; what was changed since is another closure. */
const useSending = () => {
  const [ids] = useState(() => new Map<string, string>());
  const changing = useChange();
  const send = (draft: Draft, preview: boolean, confirmed: boolean) => {
    const key = JSON.stringify(draft);
    const id = ids.get(key) ?? crypto.randomUUID();
    ids.set(key, id);
    return changing.make(
      change(CloseOrLook, { input: inputOf(draft, { id, preview, confirmed }) }, (data) => data.closeCentre),
      preview ? closureWords.would : closureWords.closed,
    );
  };
  return { ...changing, send, forgetId: (draft: Draft) => ids.delete(JSON.stringify(draft)) };
};

const useClosing = ({ centreId, onClosed }: Pick<Props, 'centreId' | 'onClosed'>) => {
  const [draft, setDraft] = useState(() => newDraft(dayOf(Date.now())));
  // What was foreseen, and what was asked about it, is of exactly what was sent: whatever is changed since, by whomever, is looked at anew.
  const [seen, setSeen] = useState<{ readonly of: string; readonly foreseen: Answered | undefined }>();
  const whole: Draft = { ...draft, centreId };
  const current = JSON.stringify(whole);
  const isOfThis = seen?.of === current;
  const { isBusy, problem, isQuestion, setProblem, send, forgetId } = useSending();
  const forget = () => {
    setSeen(undefined);
    setProblem(undefined);
  };
  const look = async (confirmed: boolean) => {
    const lack = lackOf(whole);
    setSeen({ of: current, foreseen: undefined });
    if (lack) return setProblem(closureWords.lacks[lack]);
    const foreseen = await send(whole, true, confirmed);
    setSeen({ of: current, foreseen });
  };
  const close = async (confirmed: boolean) => {
    const done = await send(whole, false, confirmed);
    if (!done) return;
    forgetId(whole);
    forget();
    setDraft({ ...draft, reason: '' });
    const [first] = done.closures ?? [];
    if (first) onClosed(first.id);
  };
  const set = (more: Partial<Written>) => {
    forget();
    setDraft({ ...draft, ...more });
  };
  return {
    draft,
    set,
    foreseen: isOfThis ? seen?.foreseen : undefined,
    forget,
    look,
    close,
    isBusy,
    problem: isOfThis ? problem : undefined,
    isQuestion: isOfThis && isQuestion,
  };
};

const Days = ({
  draft,
  set,
}: {
  readonly draft: Written;
  readonly set: (more: Partial<Written>) => void;
}) => (
  <div className="closure-when">
    <InputField
      label={closureWords.from}
      type="date"
      value={draft.from}
      onChange={(from) => set({ from, ...(draft.to < from && { to: from }) })}
    />
    <InputField label={closureWords.to} type="date" value={draft.to} onChange={(to) => set({ to })} />
    <InputField
      label={closureWords.opensAt}
      type="time"
      step={HALF_HOUR_S}
      value={draft.opensAt}
      onChange={(opensAt) => set({ opensAt })}
    />
    <InputField
      label={closureWords.closesAt}
      type="time"
      step={HALF_HOUR_S}
      value={draft.closesAt}
      onChange={(closesAt) => set({ closesAt })}
    />
  </div>
);

/** First what it takes, then whether to close. */
export const CloseForm = ({ centres, centreId, isOwn, onCentre, onClosed }: Props) => {
  const { draft, set, foreseen, forget, look, close, isBusy, problem, isQuestion } = useClosing({
    centreId,
    onClosed,
  });
  const closing = isQuestion ? closureWords.closeAnyway : closureWords.closeNow;
  const act = (does: () => Promise<void>) => (isBusy ? undefined : () => void does());
  return (
    <section className="card closure-part" aria-labelledby="close">
      <h2 id="close">{closureWords.close}</h2>
      <ChoiceField
        label={closureWords.centre}
        value={centreId}
        of={centres.map(({ id, name }) => ({ value: id, label: name }))}
        none={closureWords.choose}
        onChange={(centre = '') => {
          forget();
          onCentre(centre);
        }}
      />
      <Days draft={draft} set={set} />
      <TextField label={closureWords.reason} value={draft.reason} onChange={(reason) => set({ reason })} />
      {foreseen ? <Would foreseen={foreseen} isOwn={isOwn} /> : null}
      <Problem said={problem} />
      <p className="row">
        {foreseen ? (
          <>
            <button type="button" className="button primary" onClick={forget}>
              {closureWords.doNot}
            </button>
            <button
              type="button"
              className="button"
              aria-disabled={isBusy}
              onClick={act(() => close(isQuestion))}
            >
              {isBusy ? words.sending : closing}
            </button>
          </>
        ) : (
          <>
            <button
              type="button"
              className="button primary"
              aria-disabled={isBusy}
              onClick={act(() => look(false))}
            >
              {closureWords.look}
            </button>
            {isQuestion ? (
              <button type="button" className="button" onClick={act(() => look(true))}>
                {closureWords.closeAnyway}
              </button>
            ) : null}
          </>
        )}
      </p>
    </section>
  );
};
