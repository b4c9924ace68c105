import { useState } from 'react';
import { NoteTask } from '../../graph/asked/note-task.ts';
import { change, useChange } from '../../graph/change.ts';
import { words } from '../../messages/words.ts';
import { addDays, dayOf } from '../../time/city-time.rules.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useIds } from '../../ui/use-ids.ts';
import type { Family } from './file-page.tsx';
import { fileWords } from './words.ts';

const WEEK = 7;

type Props = { readonly family: Family };

const useTask = (family: Family, onClose: () => void) => {
  const [draft, setDraft] = useState(() => ({
    title: '',
    dueOn: addDays(dayOf(Date.now()), WEEK),
    whom: '',
  }));
  const idOf = useIds();
  const { isBusy, problem, make, setProblem } = useChange();
  const set = (more: Partial<typeof draft>) => {
    setProblem(undefined);
    setDraft({ ...draft, ...more });
  };
  const send = async () => {
    if (draft.title.trim() === '') return setProblem(fileWords.taskNeeded);
    const assignee = draft.whom === '' ? null : { id: draft.whom };
    const input = { familyId: family.id, title: draft.title.trim(), dueOn: draft.dueOn, assignee };
    const noted = await make(
      change(NoteTask, { input: { ...input, id: idOf(input) } }, (data) => data.addTask),
      fileWords.taskNoted,
    );
    if (noted) onClose();
  };
  return { draft, set, isBusy, problem, send };
};

const TaskForm = ({ family, onClose }: Props & { readonly onClose: () => void }) => {
  const { draft, set, isBusy, problem, send } = useTask(family, onClose);
  const team = (family.supportTeam ?? []).flatMap(({ professional }) => (professional ? [professional] : []));
  return (
    <FormDialog
      title={words.about(fileWords.addTask, family.displayName ?? '')}
      lead={fileWords.addTaskLead}
      send={fileWords.save}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
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
        label={fileWords.taskWhom}
        value={draft.whom}
        none={fileWords.myself}
        of={team.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(whom = '') => set({ whom })}
      />
      {family.supportTeam === null ? <p className="small muted">{fileWords.teamUnread}</p> : null}
    </FormDialog>
  );
};

export const TaskButton = ({ family }: Props) => {
  const open = useDialog();
  return (
    <button
      type="button"
      className="button dense no-print"
      onClick={() => open((close) => <TaskForm family={family} onClose={close} />)}
    >
      {fileWords.addTask}
    </button>
  );
};
