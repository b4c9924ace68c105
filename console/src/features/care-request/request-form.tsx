import { useState } from 'react';
import { AskForCare } from '../../graph/asked/ask-for-care.ts';
import type { AskCareForQuery } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { words } from '../../messages/words.ts';
import { dayOf } from '../../time/city-time.rules.ts';
import { Problem } from '../../ui/problem.tsx';
import { useUnsavedDraft } from '../../ui/use-unsaved.ts';
import { ChoicesPart } from './choices-part.tsx';
import { type Draft, inputOf, isWeekly, KINDS, lackOf, newDraft, REASONS } from './request.rules.ts';
import { DatesPart, WeekPart } from './when-parts.tsx';
import { requestWords } from './words.ts';

type Props = {
  readonly child: NonNullable<AskCareForQuery['child']>;
  readonly centres: AskCareForQuery['centres'];
  readonly onDone: () => void;
};

export type Edit = { readonly draft: Draft; readonly set: (more: Partial<Draft>) => void };

const newKey = (): string => crypto.randomUUID();

const KindField = ({ draft, set }: Edit) => (
  <fieldset className="request-kinds">
    <legend className="strong">{requestWords.kind}</legend>
    {KINDS.map((kind) => (
      <label key={kind} className="request-kind">
        <input type="radio" name="kind" checked={draft.kind === kind} onChange={() => set({ kind })} />
        <span>
          <b>{labels.CareKind[kind]}</b>
          <span className="small muted">{requestWords.kindWhat[kind]}</span>
        </span>
      </label>
    ))}
  </fieldset>
);

const ReasonField = ({ draft, set }: Edit) => (
  <div className="field request-reason">
    <label htmlFor="reason">{requestWords.reason}</label>
    <select
      id="reason"
      className="input"
      value={draft.reason}
      onChange={({ target }) => set({ reason: REASONS.find((each) => each === target.value) ?? 'OTHER' })}
    >
      {REASONS.map((reason) => (
        <option key={reason} value={reason}>
          {requestWords.reasons[reason]}
        </option>
      ))}
    </select>
  </div>
);

/** Sent again after a broken connection, the same id asks once. */
const useAsking = (childId: string, onDone: () => void) => {
  const [draft, setDraft] = useState(() => newDraft(dayOf(Date.now()), newKey));
  const [id] = useState(newKey);
  const { isBusy, problem, isQuestion, make, setProblem } = useChange();
  const set = (more: Partial<Draft>) => {
    setProblem(undefined);
    setDraft({ ...draft, ...more });
  };
  const send = async (confirmed: boolean) => {
    const lack = lackOf(draft);
    if (lack) return setProblem(requestWords.lacks[lack]);
    const done = await make(
      change(
        AskForCare,
        { input: inputOf(draft, { id, childId, confirmed }) },
        (data) => data.submitCareRequest,
      ),
      requestWords.done,
    );
    if (done) onDone();
  };
  return { draft, set, send, isBusy, problem, isQuestion };
};

export const RequestForm = ({ child, centres, onDone }: Props) => {
  const { draft, set, send, isBusy, problem, isQuestion } = useAsking(child.id, onDone);
  useUnsavedDraft(draft);
  return (
    <form
      className="card request-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void send(false);
      }}
    >
      <KindField draft={draft} set={set} />
      {draft.kind === 'EMERGENCY' ? <ReasonField draft={draft} set={set} /> : null}
      {isWeekly(draft) ? <WeekPart draft={draft} set={set} /> : <DatesPart draft={draft} set={set} />}
      <ChoicesPart draft={draft} set={set} centres={centres} districtId={child.family?.district?.id} />
      <Problem said={problem} />
      <p className="row">
        <button type="submit" className="button primary" aria-disabled={isBusy}>
          {isBusy ? words.sending : requestWords.send}
        </button>
        {isQuestion ? (
          <button type="button" className="button" onClick={() => void send(true)}>
            {requestWords.anyway}
          </button>
        ) : null}
      </p>
    </form>
  );
};
