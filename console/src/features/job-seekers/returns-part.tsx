import { useId, useState } from 'react';
import { NoteReturn } from '../../graph/asked/note-return.ts';
import type { ShownEnums } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { dayOf, sayDay } from '../../time/city-time.rules.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Seeker, SeekerProps } from './seeker-page.tsx';
import { hoursOf } from './seekers.rules.ts';
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
  const field = useId();
  return (
    <FormDialog
      title={seekerWords.newReturn}
      lead={seekerWords.newReturnLead}
      send={seekerWords.newReturn}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <div className="field">
        <label htmlFor={`${field}-kind`}>{seekerWords.returnKind}</label>
        <select
          id={`${field}-kind`}
          className="input"
          value={draft.kind}
          onChange={({ target }) => set({ kind: KINDS.find((kind) => kind === target.value) ?? 'OTHER' })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {labels.ReturnKind[kind]}
            </option>
          ))}
        </select>
      </div>
      <TextField label={seekerWords.returnTitle} value={draft.title} onChange={(title) => set({ title })} />
      <div className="field">
        <label htmlFor={`${field}-day`}>{seekerWords.startsOn}</label>
        <input
          id={`${field}-day`}
          type="date"
          className="input"
          value={draft.startsOn}
          onChange={({ target }) => set({ startsOn: target.value })}
        />
      </div>
      <TextField label={seekerWords.weeklyHours} value={draft.hours} onChange={(hours) => set({ hours })} />
      <label className="row">
        <input
          type="checkbox"
          checked={draft.closesFile}
          onChange={({ target }) => set({ closesFile: target.checked })}
        />
        {seekerWords.closesFile}
      </label>
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
  const [isOpen, setOpen] = useState(false);
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
          <button type="button" className="button dense" onClick={() => setOpen(true)}>
            {seekerWords.newReturn}
          </button>
        </p>
      ) : null}
      {isOpen ? <ReturnForm seeker={seeker} onClose={() => setOpen(false)} /> : null}
    </section>
  );
};
