import { useState } from 'react';
import { PutDownNote } from '../../graph/asked/put-down-note.ts';
import type { ShownEnums } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { known } from '../../graph/known.rules.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { followsFamilies } from '../../shell/places.rules.ts';
import { dayOf, sayDay } from '../../time/city-time.rules.ts';
import { AbsentTag, PartialNote } from '../../ui/absent.tsx';
import { AUDIENCES, CorrectNoteButton, type Note, noteSayers } from './correct-note.tsx';
import type { Family, PartProps } from './file-page.tsx';
import { isOf } from './put-right.rules.ts';
import { PutRight } from './put-right.tsx';
import { mayWriteIn } from './support.rules.ts';
import { fileWords } from './words.ts';
import { useWriter } from './writer.ts';

type Audience = ShownEnums['NoteAudience'];

const isAudience = (value: string): value is Audience => AUDIENCES.some((each) => each === value);

type Draft = { readonly id: string; readonly text: string; readonly audience: Audience };

const newDraft = (): Draft => ({ id: crypto.randomUUID(), text: '', audience: 'SUPPORT_TEAM' });

/** Sent again, the draft's id writes it once. */
const write = (familyId: string, draft: Draft) =>
  change(PutDownNote, { input: { familyId, ...draft, category: 'GENERAL' } }, (data) => data.writeNote);

const AudienceField = ({
  draft,
  onChange,
}: {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}) => (
  <div className="field">
    <label htmlFor="note-audience">{fileWords.noteFor}</label>
    <select
      id="note-audience"
      className="input"
      value={draft.audience}
      onChange={({ target }) => isAudience(target.value) && onChange({ ...draft, audience: target.value })}
    >
      {AUDIENCES.map((audience) => (
        <option key={audience} value={audience}>
          {labels.NoteAudience[audience]}
        </option>
      ))}
    </select>
  </div>
);

const NoteForm = ({ familyId, onDone }: { readonly familyId: string; readonly onDone: () => void }) => {
  const [draft, setDraft] = useState(newDraft);
  const { isBusy, problem, make, setProblem } = useChange();
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    if (draft.text.trim() === '') return setProblem(fileWords.textNeeded);
    if (await make(write(familyId, draft), fileWords.saved)) onDone();
  };
  return (
    <form className="stack note-form" onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor="note-text">{fileWords.noteText}</label>
        <textarea
          id="note-text"
          className="input"
          value={draft.text}
          onChange={({ target }) => setDraft({ ...draft, text: target.value })}
        />
      </div>
      <AudienceField draft={draft} onChange={setDraft} />
      {problem ? (
        <p className="wrong small" role="alert">
          {problem}
        </p>
      ) : null}
      <div className="row">
        <button type="submit" className="button primary dense" disabled={isBusy}>
          {isBusy ? fileWords.saving : fileWords.save}
        </button>
        <button type="button" className="button plain dense" onClick={onDone}>
          {fileWords.cancel}
        </button>
      </div>
    </form>
  );
};

type LineProps = { readonly family: Family; readonly note: Note; readonly isOwn: boolean };

const NoteLine = ({ family, note, isOwn }: LineProps) => (
  <li className="side-line">
    <p className="note-text">{note.text}</p>
    <p className="faint">
      {[
        note.author?.name,
        sayDay(dayOf(note.writtenAt), 'date', language),
        fileWords.visible(labels.NoteAudience[note.audience]),
      ]
        .filter(Boolean)
        .join(' · ')}
      {isOwn ? <CorrectNoteButton family={family} note={note} /> : null}
    </p>
    <PutRight corrections={note.corrections} sayers={noteSayers} />
  </li>
);

export const NotesPart = ({ answer, family }: PartProps) => {
  const person = useWriter();
  const [isWriting, setWriting] = useState(false);
  const notes = known(answer, ['family', 'notes'], family.notes);
  const edges = notes.is === 'known' ? notes.value.edges : [];
  const isOwn = ({ author }: Note) =>
    isOf(author, person?.sub) && mayWriteIn(family.supportTeam ?? [], person);
  const mayWrite = person !== undefined && followsFamilies(person.role) && notes.is !== 'away';
  return (
    <section className="card side-part" aria-labelledby="notes">
      <div className="spread">
        <h2 id="notes">{fileWords.notes}</h2>
        {mayWrite && !isWriting ? (
          <button type="button" className="button dense no-print" onClick={() => setWriting(true)}>
            {fileWords.writeNote}
          </button>
        ) : null}
      </div>
      {isWriting ? <NoteForm familyId={family.id} onDone={() => setWriting(false)} /> : null}
      {notes.is === 'known' ? null : <AbsentTag part={notes} none={fileWords.noNote} />}
      {notes.is === 'known' && edges.length === 0 ? <p className="faint">{fileWords.noNote}</p> : null}
      <ul>
        {edges.map(({ node }) => (
          <NoteLine key={node.id} family={family} note={node} isOwn={isOwn(node)} />
        ))}
      </ul>
      {notes.is === 'known' && notes.value.pageInfo.hasNextPage ? (
        <p className="faint">{fileWords.moreNotes}</p>
      ) : null}
      <PartialNote part={notes} />
    </section>
  );
};
