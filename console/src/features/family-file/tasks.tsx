import { TickOffTask } from '../../graph/asked/tick-off-task.ts';
import { change, useChange } from '../../graph/change.ts';
import { known, listOf } from '../../graph/known.rules.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { mayRegister } from '../../shell/places.rules.ts';
import { dayOf, sayNearDay } from '../../time/city-time.rules.ts';
import { AbsentTag, PartialNote } from '../../ui/absent.tsx';
import { CorrectTaskButton, type Task, TasksDone, taskSayers } from './correct-task.tsx';
import type { Family, PartProps } from './file-page.tsx';
import { PutRight } from './put-right.tsx';
import { mayWriteIn } from './support.rules.ts';
import { TaskButton } from './task-form.tsx';
import { fileWords } from './words.ts';
import { useWriter } from './writer.ts';

type LineProps = { readonly family: Family; readonly task: Task; readonly mayWrite: boolean };

const TaskLine = ({ family, task, mayWrite }: LineProps) => {
  const { isBusy, problem, make } = useChange();
  const isWriter = useWriter() !== undefined;
  const act = () =>
    make(
      change(TickOffTask, { input: { taskId: task.id, version: task.version } }, (data) => data.completeTask),
      `${fileWords.done} : ${task.title}`,
    );
  return (
    <li id={`about-${task.id}`} tabIndex={-1} className="side-line">
      <div className="spread">
        <span>{task.title}</span>
        {isWriter ? (
          <button
            type="button"
            className="button dense no-print"
            aria-disabled={isBusy}
            onClick={isBusy ? undefined : () => void act()}
          >
            {isBusy ? fileWords.doing : fileWords.done}
            <span className="unseen">{task.title}</span>
          </button>
        ) : null}
      </div>
      <p className="faint">
        {fileWords.due(sayNearDay(task.dueOn, dayOf(Date.now()), words.near, language))}
        {task.isOverdue ? (
          <>
            {' '}
            <span className="tag late">{fileWords.overdue}</span>
          </>
        ) : null}
        {task.assignee ? ` · ${task.assignee.name}` : ''}
        {mayWrite ? <CorrectTaskButton family={family} task={task} /> : null}
      </p>
      <PutRight corrections={task.corrections} sayers={taskSayers(family)} />
      {problem ? (
        <p className="wrong small" role="alert">
          {problem}
        </p>
      ) : null}
    </li>
  );
};

export const TasksPart = ({ answer, family }: PartProps) => {
  const person = useWriter();
  const tasks = known(answer, ['family', 'tasks'], family.tasks);
  const open = tasks.is === 'known' ? tasks.value.filter(({ doneAt }) => doneAt === null) : [];
  const mayAdd = mayRegister(person?.role) && tasks.is !== 'away';
  const mayWrite = mayWriteIn(family.supportTeam ?? [], person) && tasks.is !== 'away';
  return (
    <section className="card side-part" aria-labelledby="tasks">
      <div className="spread">
        <h2 id="tasks">{fileWords.tasks}</h2>
        {mayAdd ? <TaskButton family={family} /> : null}
      </div>
      {tasks.is === 'known' ? null : <AbsentTag part={tasks} none={fileWords.noTask} />}
      {tasks.is === 'known' && open.length === 0 ? <p className="faint">{fileWords.noTask}</p> : null}
      <ul>
        {open.map((task) => (
          <TaskLine key={task.id} family={family} task={task} mayWrite={mayWrite} />
        ))}
      </ul>
      <TasksDone family={family} tasks={listOf(tasks)} mayWrite={mayWrite} />
      <PartialNote part={tasks} />
    </section>
  );
};
