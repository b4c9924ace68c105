import { useState } from 'react';
import { NoteReturn } from '../../graph/asked/note-return.ts';
import type { ShownEnums } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayDay } from '../../time/city-time.rules.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Seeker, SeekerProps } from './seeker-page.tsx';
import { hoursOf, nameOf } from './seekers.rules.ts';
import { seekerWords } from './words.ts';

type Kind = ShownEnums['ReturnKind'];
const KINDS: readonly Kind[] = ['EMPLOYMENT', 'TRAINING', 'EDUCATION', 'OTHER'];

const day = (of: string) => sayDay(of, 'date', language);

type Draft = {
  readonly kind: Kind;
  readonly title: string;
  readonly startsOn: string;
  readonly hours: string;
  readonly closesFile: boolean;
};

type Sent = { readonly id: string; readonly jobSeekerId: string; readonly version: number };

const inputOf = (draft: Draft, sent: Sent) => ({
  ...sent,
  kind: draft.kind,
  title: draft.title.trim() || null,
  startsOn: draft.startsOn,
  weeklyHours: hoursOf(draft.hours) ?? null,
  closesFile: draft.closesFile,
});

const useReturn = (seeker: Seeker, onDone: () => void) => {
  const [draft, setDraft] = useState<Draft>({
    kind: 'EMPLOYMENT',
    title: '',
    startsOn: dayOf(Date.now()),
    hours: '',
    closesFile: true,
  });
  // As it was when the dialog opened: a change meanwhile is told.
  const [sent] = useState(() => ({
    id: crypto.randomUUID(),
    jobSeekerId: seeker.id,
    version: seeker.version,
  }));
  const { isBusy, problem, make, setProblem } = useChange();
  const send = async () => {
    if (draft.hours.trim() !== '' && hoursOf(draft.hours) === undefined)
      return setProblem(seekerWords.hoursNeeded);
    const done = await make(
      change(NoteReturn, { input: inputOf(draft, sent) }, (data) => data.recordReturnToWork),
      seekerWords.returnNoted,
    );
    if (done) onDone();
  };
  const set = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  return { draft, set, isBusy, problem, send };
};

const ReturnForm = ({ seeker, onClose }: SeekerProps & { readonly onClose: () => void }) => {
  const { draft, set, isBusy, problem, send } = useReturn(seeker, onClose);
  return (
    <FormDialog
      title={words.about(seekerWords.newReturn, nameOf(seeker, seekerWords.nameless))}
      lead={seekerWords.newReturnLead}
      send={seekerWords.newReturn}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <ChoiceField
        label={seekerWords.returnKind}
        value={draft.kind}
        of={KINDS.map((kind) => ({ value: kind, label: labels.ReturnKind[kind] }))}
        onChange={(kind = 'OTHER') => set({ kind })}
      />
      <TextField label={seekerWords.returnTitle} value={draft.title} onChange={(title) => set({ title })} />
      <InputField
        label={seekerWords.startsOn}
        type="date"
        value={draft.startsOn}
        onChange={(startsOn) => set({ startsOn })}
      />
      <TextField label={seekerWords.weeklyHours} value={draft.hours} onChange={(hours) => set({ hours })} />
      <CheckBox
        label={seekerWords.closesFile}
        isTicked={draft.closesFile}
        onTick={(closesFile) => set({ closesFile })}
      />
    </FormDialog>
  );
};

const Return = ({ of }: { readonly of: Seeker['returnsToWork'][number] }) => (
  <li className="seeker-step">
    <p>
      {seekerWords.returnLine(labels.ReturnKind[of.kind], of.title ?? '', day(of.startsOn))}
      {of.endsOn ? `, ${seekerWords.until(day(of.endsOn))}` : ''}
      {of.weeklyHours === null ? '' : `, ${seekerWords.hoursToday(String(of.weeklyHours))}`}
    </p>
    {of.followUps.map(({ id, point, outcome, recordedAt }) => (
      <p key={id} className="small muted">
        {labels.FollowUpPoint[point]} : {labels.FollowUpOutcome[outcome]} ({day(dayOf(recordedAt))})
      </p>
    ))}
  </li>
);

/** The returns to work, training or studies, and what became of each. */
export const ReturnsPart = ({ seeker }: SeekerProps) => {
  const open = useDialog();
  return (
    <section className="card seeker-part" aria-labelledby="returns">
      <h2 id="returns">{seekerWords.returns}</h2>
      {seeker.returnsToWork.length === 0 ? <p className="faint">{seekerWords.noReturn}</p> : null}
      <ul>
        {seeker.returnsToWork.map((of) => (
          <Return key={of.id} of={of} />
        ))}
      </ul>
      {seeker.status === 'OPEN' ? (
        <p className="no-print">
          <button
            type="button"
            className="button dense"
            onClick={() => open((close) => <ReturnForm seeker={seeker} onClose={close} />)}
          >
            {seekerWords.newReturn}
          </button>
        </p>
      ) : null}
    </section>
  );
};
