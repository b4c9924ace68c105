import { useState } from 'react';
import { NoteOwnArrangement } from '../../graph/asked/note-own-arrangement.ts';
import { change, useChange } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { words } from '../../messages/words.ts';
import { dayOf } from '../../time/city-time.rules.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { HALF_HOUR_S, InputField } from '../../ui/input-field.tsx';
import { useIds } from '../../ui/use-ids.ts';
import { WeekField } from '../../ui/week-field.tsx';
import { type Arrangement, type Child, EndForm } from './end-own-arrangement.tsx';
import {
  isWeeklyOnly,
  lackOfOwn,
  newOwn,
  OWN_KINDS,
  type OwnDraft,
  ownInputs,
} from './own-arrangements.rules.ts';
import { fileWords } from './words.ts';

type FieldsProps = { readonly draft: OwnDraft; readonly set: (more: Partial<OwnDraft>) => void };

const WeeklyFields = ({ draft, set }: FieldsProps) => (
  <>
    <WeekField week={draft.week} onChange={(week) => set({ week })} />
    <InputField
      label={fileWords.ownFrom}
      type="date"
      value={draft.startsOn}
      onChange={(startsOn) => set({ startsOn })}
    />
    <InputField
      label={fileWords.ownUntil}
      type="date"
      value={draft.endsOn}
      onChange={(endsOn) => set({ endsOn })}
    />
  </>
);

const OnceFields = ({ draft, set }: FieldsProps) => (
  <>
    <InputField label={fileWords.ownDay} type="date" value={draft.day} onChange={(day) => set({ day })} />
    <InputField
      label={fileWords.ownStart}
      type="time"
      step={HALF_HOUR_S}
      value={draft.from}
      onChange={(from) => set({ from })}
    />
    <InputField
      label={fileWords.ownEnd}
      type="time"
      step={HALF_HOUR_S}
      value={draft.to}
      onChange={(to) => set({ to })}
    />
  </>
);

const Fields = ({ draft, set }: FieldsProps) => (
  <>
    <ChoiceField
      label={fileWords.ownWho}
      value={draft.kind}
      of={OWN_KINDS.map((kind) => ({ value: kind, label: labels.OwnArrangementKind[kind] }))}
      onChange={(kind = 'FAMILY') => set({ kind, ...(isWeeklyOnly(kind) && { isWeekly: true }) })}
    />
    {isWeeklyOnly(draft.kind) ? null : (
      <fieldset className="filters">
        <legend className="strong">{fileWords.ownWhen}</legend>
        {[true, false].map((isWeekly) => (
          <button
            key={String(isWeekly)}
            type="button"
            className="pill"
            aria-pressed={isWeekly === draft.isWeekly}
            onClick={() => set({ isWeekly })}
          >
            {isWeekly ? fileWords.ownWeekly : fileWords.ownOnce}
          </button>
        ))}
      </fieldset>
    )}
    {draft.isWeekly ? <WeeklyFields draft={draft} set={set} /> : <OnceFields draft={draft} set={set} />}
  </>
);

type ChildProps = { readonly child: Child };
type Closing = { readonly onClose: () => void };

const OwnForm = ({ child, onClose }: ChildProps & Closing) => {
  const [draft, setDraft] = useState(() => newOwn(dayOf(Date.now())));
  const { isBusy, problem, make, setProblem } = useChange();
  const [stored, setStored] = useState<readonly string[]>([]);
  const idOf = useIds();
  const send = async () => {
    const lack = lackOfOwn(draft);
    if (lack) return setProblem(fileWords.ownLacks[lack]);
    const done: string[] = [];
    for (const input of ownInputs(draft, child.id)) {
      const id = idOf(input);
      const noted = await make(
        change(NoteOwnArrangement, { input: { ...input, id } }, (data) => data.recordOwnArrangement),
        fileWords.ownNoted,
      );
      if (!noted) return setStored(done);
      done.push(words.weekdays[(input.weekly?.weekday ?? 1) - 1] ?? '');
    }
    onClose();
  };
  return (
    <FormDialog
      title={fileWords.noteOwn(child.firstName ?? '')}
      lead={fileWords.ownLead}
      send={fileWords.save}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <Fields
        draft={draft}
        set={(more) => {
          setProblem(undefined);
          setDraft({ ...draft, ...more });
        }}
      />
      {stored.length > 0 ? <p className="strong">{fileWords.ownStored(words.and(stored))}</p> : null}
    </FormDialog>
  );
};

type OwnButtonsProps = ChildProps & { readonly current: readonly Arrangement[] };

/** Who else looks after the child: noted, or ended. */
export const OwnButtons = ({ child, current }: OwnButtonsProps) => {
  const open = useDialog();
  return (
    <p className="row no-print">
      <button
        type="button"
        className="button plain dense"
        onClick={() => open((close) => <OwnForm child={child} onClose={close} />)}
      >
        {fileWords.addOwn}
        <span className="unseen">{child.firstName}</span>
      </button>
      {current.length > 0 ? (
        <button
          type="button"
          className="button plain dense"
          onClick={() => open((close) => <EndForm child={child} current={current} onClose={close} />)}
        >
          {fileWords.stopOwn}
          <span className="unseen">{child.firstName}</span>
        </button>
      ) : null}
    </p>
  );
};
