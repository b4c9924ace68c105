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
import { ArrivedHeading } from '../../ui/arrived-heading.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { HALF_HOUR_S, InputField } from '../../ui/input-field.tsx';
import { useIds } from '../../ui/use-ids.ts';
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

const sayArrangement = ({ kind, weekday, from, to, startsAt, endsAt }: Arrangement): string => {
  const who = labels.OwnArrangementKind[kind];
  if (weekday && from && to)
    return `${who}, ${weekInWords([{ weekday, from, to }], words.weekdays).join('')}`;
  if (!startsAt || !endsAt) return who;
  return `${who}, ${sayDay(dayOf(startsAt), 'short', language)}, ${saySpan({ startsAt, endsAt })}`;
};

type Ended = NonNullable<EndOrLookAtArrangementMutation['endOwnArrangement']>;
type EndProps = ChildProps & { readonly current: readonly Arrangement[] };

/** What was foreseen is of exactly what was sent: another arrangement, or another day, is looked at anew. */
const useEnding = (current: readonly Arrangement[], onClose: () => void) => {
  const [chosen, setChosen] = useState(current[0]);
  const [from, setFrom] = useState(() => dayOf(Date.now()));
  const [seen, setSeen] = useState<{ readonly of: string; readonly foreseen: Ended }>();
  const changing = useChange();
  const asked = JSON.stringify([chosen?.id, chosen?.version, from]);
  const foreseen = seen?.of === asked ? seen.foreseen : undefined;
  const send = async () => {
    if (!chosen) return;
    const preview = foreseen === undefined;
    const input = { ownArrangementId: chosen.id, version: chosen.version, from, preview };
    const done = await changing.make(
      change(EndOrLookAtArrangement, { input }, (data) => data.endOwnArrangement),
      preview ? '' : fileWords.ownEnded,
    );
    if (done && preview) setSeen({ of: asked, foreseen: done });
    if (done && !preview) onClose();
  };
  const choose = (id: string | undefined) => {
    changing.setProblem(undefined);
    setChosen(current.find((each) => each.id === id));
  };
  const begin = (day: string) => {
    changing.setProblem(undefined);
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
      isDeed={foreseen !== undefined}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <fieldset className="bare" disabled={isBusy}>
        <ChoiceField
          label={fileWords.ownWhich}
          value={chosen?.id ?? ''}
          of={current.map((each) => ({ value: each.id, label: sayArrangement(each) }))}
          onChange={choose}
        />
        <InputField label={fileWords.endFrom} type="date" value={from} onChange={begin} />
      </fieldset>
      {foreseen ? (
        <div role="status" className="stack">
          <ArrivedHeading level={3}>{fileWords.endTakes(lost.length)}</ArrivedHeading>
          <UncoveredList milestones={lost} />
        </div>
      ) : null}
    </FormDialog>
  );
};

/** Who else looks after the child: noted, or ended. */
export const OwnButtons = ({ child, current }: EndProps) => {
  const open = useDialog();
  // What is once has passed by itself, and is not ended.
  const weekly = current.filter(({ weekday }) => weekday !== null);
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
      {weekly.length > 0 ? (
        <button
          type="button"
          className="button plain dense"
          onClick={() => open((close) => <EndForm child={child} current={weekly} onClose={close} />)}
        >
          {fileWords.stopOwn}
          <span className="unseen">{child.firstName}</span>
        </button>
      ) : null}
    </p>
  );
};
