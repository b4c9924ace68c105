import { useState } from 'react';
import { saySpan } from '../../cover/cover.rules.ts';
import { UncoveredList } from '../../cover/uncovered-list.tsx';
import { EndOrLookAtArrangement } from '../../graph/asked/end-or-look-at-arrangement.ts';
import { NoteOwnArrangement } from '../../graph/asked/note-own-arrangement.ts';
import type { EndOrLookAtArrangementMutation } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayDay } from '../../time/city-time.rules.ts';
import { weekInWords } from '../../time/week.rules.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { HALF_HOUR_S, InputField } from '../../ui/input-field.tsx';
import { WeekField } from '../../ui/week-field.tsx';
import type { Family } from './file-page.tsx';
import {
  isWeeklyOnly,
  lackOfOwn,
  newOwn,
  OWN_KINDS,
  type OwnDraft,
  ownInputs,
} from './own-arrangements.rules.ts';
import { fileWords } from './words.ts';

type Child = NonNullable<Family['children']>[number];
export type Arrangement = NonNullable<Child['ownArrangements']>[number];
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
  const [ids] = useState(() => new Map<string, string>());
  const { isBusy, problem, make, setProblem } = useChange();
  // Sent again after a broken connection each is noted once; what was changed since is another.
  const idOf = (weekday: number): string => {
    const key = JSON.stringify([weekday, draft]);
    const id = ids.get(key) ?? crypto.randomUUID();
    ids.set(key, id);
    return id;
  };
  const send = async () => {
    const lack = lackOfOwn(draft);
    if (lack) return setProblem(fileWords.ownLacks[lack]);
    for (const input of ownInputs(draft, child.id, idOf)) {
      const noted = await make(
        change(NoteOwnArrangement, { input }, (data) => data.recordOwnArrangement),
        fileWords.ownNoted,
      );
      if (!noted) return;
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
    </FormDialog>
  );
};

const sayArrangement = ({ kind, weekday, from, to, startsAt, endsAt }: Arrangement): string => {
  const who = labels.OwnArrangementKind[kind];
  if (weekday && from && to)
    return `${who}, ${weekInWords([{ weekday, from, to }], words.weekdays).join('')}`;
  if (!startsAt || !endsAt) return who;
  return `${who}, ${sayDay(dayOf(startsAt), 'short', language)}, ${saySpan({ startsAt, endsAt })}`;
};

type Ended = NonNullable<EndOrLookAtArrangementMutation['endOwnArrangement']>;
type EndProps = ChildProps & { readonly current: readonly Arrangement[] };

const useEnding = (current: readonly Arrangement[], onClose: () => void) => {
  const [chosen, setChosen] = useState(current[0]);
  const [from, setFrom] = useState(() => dayOf(Date.now()));
  const [foreseen, setForeseen] = useState<Ended>();
  const changing = useChange();
  const forget = () => {
    setForeseen(undefined);
    changing.setProblem(undefined);
  };
  const send = async () => {
    if (!chosen) return;
    const input = { ownArrangementId: chosen.id, version: chosen.version, from, preview: !foreseen };
    const done = await changing.make(
      change(EndOrLookAtArrangement, { input }, (data) => data.endOwnArrangement),
      foreseen ? fileWords.ownEnded : '',
    );
    if (done && foreseen) onClose();
    if (done && !foreseen) setForeseen(done);
  };
  const choose = (id: string | undefined) => {
    forget();
    setChosen(current.find((each) => each.id === id));
  };
  const begin = (day: string) => {
    forget();
    setFrom(day);
  };
  return { ...changing, chosen, choose, from, begin, foreseen, send };
};

/** What its end takes is shown before it is ended. */
const EndForm = ({ child, current, onClose }: EndProps & Closing) => {
  const { chosen, choose, from, begin, foreseen, send, isBusy, problem } = useEnding(current, onClose);
  const lost = foreseen?.uncoveredMilestones ?? [];
  return (
    <FormDialog
      title={fileWords.endOwn(child.firstName ?? '')}
      lead={fileWords.endOwnLead}
      send={foreseen ? fileWords.endIt : fileWords.endLook}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <ChoiceField
        label={fileWords.ownWhich}
        value={chosen?.id ?? ''}
        of={current.map((each) => ({ value: each.id, label: sayArrangement(each) }))}
        onChange={choose}
      />
      <InputField label={fileWords.endFrom} type="date" value={from} onChange={begin} />
      {foreseen ? (
        <div role="status" className="stack">
          <p className="strong">{fileWords.endTakes(lost.length)}</p>
          <UncoveredList milestones={lost} />
        </div>
      ) : null}
    </FormDialog>
  );
};

/** Who else looks after the child: noted, or ended. */
export const OwnButtons = ({ child, current }: EndProps) => {
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
