import { useState } from 'react';
import { PutTaskRight } from '../../graph/asked/put-task-right.ts';
import { change } from '../../graph/change.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayDay, sayNearDay } from '../../time/city-time.rules.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { useDialog } from '../../ui/dialogs.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import type { Family } from './file-page.tsx';
import { changedOf, doneOfLate } from './put-right.rules.ts';
import { PutRight } from './put-right.tsx';
import { rightWords } from './put-right-words.ts';
import { fileWords } from './words.ts';

export type Task = NonNullable<Family['tasks']>[number];
type Props = { readonly family: Family; readonly task: Task };
type FormProps = Props & { readonly onClose: () => void };

const day = (on: string): string => sayDay(on, 'date', language);

/** Of the time that it was done a correction says nothing that a reader needs: the reason does. */
export const taskSayers = ({ supportTeam }: Family) => ({
  title: rightWords.quoted,
  dueOn: day,
  assignee: (sub: string) =>
    supportTeam?.find(({ professional }) => professional?.sub === sub)?.professional?.name ?? '',
});

const tasksOf = ({ tasks }: Family): readonly Task[] | null => tasks;

const sayNow = ({ title, dueOn, doneAt, assignee }: Task): string =>
  [
    rightWords.quoted(title),
    doneAt ? rightWords.wasDone(day(dayOf(doneAt))) : fileWords.due(day(dueOn)),
    assignee?.name,
  ]
    .filter(Boolean)
    .join(', ');

const put = ({ id, version }: Task, reason: string, changed: object) =>
  change(PutTaskRight, { input: { taskId: id, version, reason, ...changed } }, (data) => data.correctTask);

const lackOf = ({ title, dueOn }: Pick<Task, 'title' | 'dueOn'>, isSame: boolean): string | undefined => {
  if (title.trim() === '') return fileWords.taskNeeded;
  if (dueOn === '') return rightWords.dayNeeded;
  return isSame ? rightWords.nothingChanged : undefined;
};

const TaskForm = ({ family, task, onClose }: FormProps) => {
  const first = { title: task.title, dueOn: task.dueOn, whom: '' };
  const [draft, setDraft] = useState(first);
  const { whom, ...changed } = changedOf({ ...draft, title: draft.title.trim() }, first);
  const assignee = whom ? { assignee: { id: whom } } : {};
  const set = (more: Partial<typeof first>) => setDraft({ ...draft, ...more });
  const team = (family.supportTeam ?? []).flatMap(({ professional }) => (professional ? [professional] : []));
  const isSame = Object.keys({ ...changed, ...assignee }).length === 0;
  return (
    <CorrectDialog
      title={words.about(rightWords.task, family.displayName ?? '')}
      said={rightWords.corrected}
      family={family}
      record={task}
      among={tasksOf}
      sayNow={sayNow}
      lack={lackOf(draft, isSame)}
      send={(seen, reason) => put(seen, reason, { ...changed, ...assignee })}
      onClose={onClose}
    >
      <TextField label={fileWords.taskTitle} value={draft.title} onChange={(title) => set({ title })} />
      <InputField
        label={fileWords.taskDue}
        type="date"
        value={draft.dueOn}
        onChange={(dueOn) => set({ dueOn })}
      />
      <ChoiceField
        label={rightWords.whom}
        value={draft.whom}
        none={task.assignee?.name ?? rightWords.asBefore}
        of={team
          .filter(({ id }) => id !== task.assignee?.id)
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id = '') => set({ whom: id })}
      />
    </CorrectDialog>
  );
};

const StillToDoForm = ({ family, task, onClose }: FormProps) => (
  <CorrectDialog
    title={rightWords.stillToDo}
    lead={rightWords.stillToDoLead(task.title)}
    said={rightWords.corrected}
    family={family}
    record={task}
    among={tasksOf}
    sayNow={sayNow}
    send={(seen, reason) => put(seen, reason, { isStillToDo: true })}
    onClose={onClose}
  />
);

export const CorrectTaskButton = ({ family, task }: Props) => {
  const open = useDialog();
  return (
    <button
      type="button"
      className="button plain dense no-print"
      onClick={() => open((close) => <TaskForm family={family} task={task} onClose={close} />)}
    >
      {rightWords.correct}
      <span className="unseen">{task.title}</span>
    </button>
  );
};

const DoneLine = ({ family, task, mayWrite }: Props & { readonly mayWrite: boolean }) => {
  const open = useDialog();
  const on = sayNearDay(dayOf(task.doneAt ?? ''), dayOf(Date.now()), words.near, language);
  return (
    <li id={`about-${task.id}`} tabIndex={-1} className="side-line small">
      <div className="spread">
        <span>
          {task.title} <span className="faint">{rightWords.wasDone(on)}</span>
        </span>
        {mayWrite ? (
          <button
            type="button"
            className="button plain dense no-print"
            onClick={() => open((close) => <StillToDoForm family={family} task={task} onClose={close} />)}
          >
            {rightWords.stillToDo}
            <span className="unseen">{task.title}</span>
          </button>
        ) : null}
      </div>
      <PutRight corrections={task.corrections} sayers={taskSayers(family)} />
    </li>
  );
};

type DoneProps = { readonly family: Family; readonly tasks: readonly Task[]; readonly mayWrite: boolean };

/** What was ticked off of late, out of the way: one that is not done after all is still to do. */
export const TasksDone = ({ family, tasks, mayWrite }: DoneProps) => {
  const done = doneOfLate(tasks, Date.now());
  if (done.length === 0) return null;
  return (
    <details className="history">
      <summary>{rightWords.tasksDone(done.length)}</summary>
      <ul>
        {done.map((task) => (
          <DoneLine key={task.id} family={family} task={task} mayWrite={mayWrite} />
        ))}
      </ul>
    </details>
  );
};
