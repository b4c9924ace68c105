import { useState } from 'react';
import { PutNoteRight } from '../../graph/asked/put-note-right.ts';
import type { ShownEnums } from '../../graph/asked/types.ts';
import { change } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { words } from '../../messages/words.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { useDialog } from '../../ui/dialogs.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import type { Family } from './file-page.tsx';
import { changedOf, wordOf } from './put-right.rules.ts';
import { rightWords } from './put-right-words.ts';
import { fileWords } from './words.ts';

export type Note = NonNullable<Family['notes']>['edges'][number]['node'];
type Audience = ShownEnums['NoteAudience'];
type Category = ShownEnums['NoteCategory'];

/** From the narrowest to the widest: the first is what one writes when one does not think of it. */
export const AUDIENCES: readonly Audience[] = ['SUPPORT_TEAM', 'SOCIAL_WORKERS', 'ALL_AGENCIES', 'AUTHOR'];
const CATEGORIES: readonly Category[] = ['GENERAL', 'CHILDCARE', 'BENEFITS', 'JOB_SEARCH'];

export const noteSayers = {
  text: rightWords.quoted,
  audience: wordOf(labels.NoteAudience),
  category: wordOf(labels.NoteCategory),
};

const notesOf = ({ notes }: Family): readonly Note[] => (notes?.edges ?? []).map(({ node }) => node);

const draftOf = ({ text, audience, category }: Note) => ({ text, audience, category });

type Props = { readonly family: Family; readonly note: Note; readonly onClose: () => void };

const NoteForm = ({ family, note, onClose }: Props) => {
  const first = draftOf(note);
  const [draft, setDraft] = useState(first);
  const changed = changedOf({ ...draft, text: draft.text.trim() }, first);
  const set = (more: Partial<typeof first>) => setDraft({ ...draft, ...more });
  return (
    <CorrectDialog
      title={words.about(rightWords.note, family.displayName ?? '')}
      said={rightWords.corrected}
      family={family}
      record={note}
      among={notesOf}
      sayNow={({ text, audience }) =>
        `${rightWords.quoted(text)} (${fileWords.visible(labels.NoteAudience[audience])})`
      }
      lack={Object.keys(changed).length === 0 ? rightWords.nothingChanged : undefined}
      send={({ id, version }, reason) =>
        change(
          PutNoteRight,
          { input: { noteId: id, version, reason, ...changed } },
          (data) => data.correctNote,
        )
      }
      onClose={onClose}
    >
      <TextField label={fileWords.noteText} isLong value={draft.text} onChange={(text) => set({ text })} />
      <ChoiceField
        label={fileWords.noteFor}
        value={draft.audience}
        of={AUDIENCES.map((value) => ({ value, label: labels.NoteAudience[value] }))}
        onChange={(audience = draft.audience) => set({ audience })}
      />
      <ChoiceField
        label={rightWords.noteAbout}
        value={draft.category}
        of={CATEGORIES.map((value) => ({ value, label: labels.NoteCategory[value] }))}
        onChange={(category = draft.category) => set({ category })}
      />
    </CorrectDialog>
  );
};

export const CorrectNoteButton = ({ family, note }: Omit<Props, 'onClose'>) => {
  const open = useDialog();
  return (
    <button
      type="button"
      className="button plain dense no-print"
      onClick={() => open((close) => <NoteForm family={family} note={note} onClose={close} />)}
    >
      {rightWords.correct}
      <span className="unseen">{note.text.slice(0, SHOWN_LETTERS)}</span>
    </button>
  );
};

const SHOWN_LETTERS = 40;
