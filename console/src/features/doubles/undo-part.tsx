import { useState } from 'react';
import { AskFailed, ask } from '../../graph/ask.ts';
import { PartAgainOrLook } from '../../graph/asked/part-again-or-look.ts';
import type { PartAgainOrLookMutation } from '../../graph/asked/types.ts';
import { WhereMergedFileIs } from '../../graph/asked/where-merged-file-is.ts';
import { type Changed, change, useChange } from '../../graph/change.ts';
import { known } from '../../graph/known.rules.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { ArrivedHeading } from '../../ui/arrived-heading.tsx';
import { keepPlace } from '../../ui/keep-place.ts';
import { NotYetTold } from '../../ui/not-yet-told.tsx';
import { Problem } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useUnsaved } from '../../ui/use-unsaved.ts';
import { saidMoved } from './merge-part.tsx';
import { doubleWords } from './words.ts';

type Parted = NonNullable<PartAgainOrLookMutation['undoMerge']>;
/** With the version of the file that holds both: what was looked at is what is done. */
type Looked = Parted & { readonly version: number; readonly name: string };

const part = (input: { reference: string; reason: string; version: number; preview: boolean }) =>
  change(PartAgainOrLook, { input }, (data) => data.undoMerge);

/** The reference of the double leads to the file that holds both. */
const lookAt = async (reference: string, reason: string): Promise<Changed<Looked>> => {
  try {
    const answer = await ask(WhereMergedFileIs, { reference });
    const file = known(answer, ['family'], answer.data.family);
    if (file.is === 'away')
      return { is: 'refused', message: words.absent.awayText(words.absent.owners.care) };
    if (file.is !== 'known') return { is: 'refused', message: doubleWords.gone(reference) };
    const { displayName, version: read } = file.value;
    const version = read ?? 0;
    const looked = await part({ reference, reason, version, preview: true });
    if (looked.is === 'refused') return { is: 'refused', message: looked.message };
    return { is: 'done', payload: { ...looked.payload, version, name: displayName ?? '' } };
  } catch (error) {
    return { is: 'refused', message: error instanceof AskFailed ? error.message : words.failure.network };
  }
};

/** What was foreseen is of exactly what was sent: another reference, or another reason, is looked at anew. */
const useParting = (first: string, onUndone: () => void) => {
  const [reference, setReference] = useState(first);
  const [reason, setReason] = useState('');
  const [seen, setSeen] = useState<Looked>();
  const [done, setDone] = useState<Parted>();
  const { isBusy, problem, make, setProblem } = useChange();
  const sent = { reference: reference.trim(), reason: reason.trim() };
  const look = async () => {
    if (sent.reference === '') return setProblem(doubleWords.undoLacks.WHICH);
    if (sent.reason === '') return setProblem(doubleWords.undoLacks.WHY);
    setSeen(await make(lookAt(sent.reference, sent.reason), doubleWords.undoWould));
  };
  const undo = async ({ version }: Looked) => {
    const parted = await make(part({ ...sent, version, preview: false }), doubleWords.undone);
    setSeen(undefined);
    if (!parted) return;
    setDone(parted);
    onUndone();
  };
  const forget = () => {
    setProblem(undefined);
    setSeen(undefined);
  };
  const write = (set: (text: string) => void) => (text: string) => {
    forget();
    set(text);
  };
  const fields = { reference, reason, refer: write(setReference), explain: write(setReason) };
  return { ...fields, seen, done, isBusy, problem, look, undo, forget };
};

const Files = ({ files }: Pick<Parted, 'files'>) => (
  <ul className="listed">
    {files.map((file) => (
      <li key={file.familyId}>
        <b className="figures">{file.reference}</b>
        {doubleWords.holds(saidMoved(file))}
      </li>
    ))}
  </ul>
);

const Undone = ({ parted: { files, notYetTold } }: { readonly parted: Parted }) => (
  <div className="stack" role="status">
    <ArrivedHeading level={3}>{doubleWords.undone}</ArrivedHeading>
    <Files files={files} />
    <p className="muted">{doubleWords.undoneLook}</p>
    <NotYetTold agencies={notYetTold} />
    <p className="row">
      {files.map(({ reference }) => (
        <Link key={reference} to="/families/$reference" params={{ reference }} className="button">
          {doubleWords.openOne(reference)}
        </Link>
      ))}
    </p>
  </div>
);

const Would = ({ files, name }: Pick<Looked, 'files' | 'name'>) => (
  <div className="notice" role="status">
    <div className="stack">
      <ArrivedHeading level={3}>{doubleWords.undoWould}</ArrivedHeading>
      <p className="strong">{doubleWords.undoOf(name)}</p>
      <Files files={files} />
      <p>{doubleWords.undoStays(files[0]?.reference ?? '')}</p>
    </div>
  </div>
);

type DeedProps = {
  readonly className: string;
  readonly isBusy: boolean;
  readonly said: string;
  readonly onDo: () => void;
};

const Deed = ({ className, isBusy, said, onDo }: DeedProps) => (
  <button type="button" className={className} aria-disabled={isBusy} onClick={isBusy ? undefined : onDo}>
    {isBusy ? words.sending : said}
  </button>
);

type FormProps = { readonly first: string; readonly onUndone: () => void };

const Form = ({ first, onUndone }: FormProps) => {
  const { reference, reason, refer, explain, seen, done, isBusy, problem, look, undo, forget } = useParting(
    first,
    onUndone,
  );
  useUnsaved(reason !== '' && !done);
  const leave = () => {
    keepPlace(document.activeElement);
    forget();
  };
  if (done) return <Undone parted={done} />;
  return (
    <>
      <fieldset className="bare stack" disabled={isBusy}>
        <TextField label={doubleWords.undoWhich} value={reference} onChange={refer} />
        <TextField label={doubleWords.undoWhy} isLong value={reason} onChange={explain} />
      </fieldset>
      {seen ? <Would files={seen.files} name={seen.name} /> : null}
      <Problem said={problem} />
      <p className="row no-print">
        {seen ? (
          <>
            <Deed className="button primary" isBusy={isBusy} said={doubleWords.undoNot} onDo={leave} />
            <Deed className="button" isBusy={isBusy} said={doubleWords.undo} onDo={() => void undo(seen)} />
          </>
        ) : (
          <Deed className="button" isBusy={isBusy} said={doubleWords.undoLook} onDo={() => void look()} />
        )}
      </p>
    </>
  );
};

type UndoProps = {
  /** The double that is given back, where it is known already. */
  readonly reference: string | undefined;
  readonly onUndone: () => void;
};

/** Two families that were taken for one get their files back; what would come back is seen before. */
export const UndoPart = ({ reference, onUndone }: UndoProps) => {
  const [isOpen, setOpen] = useState(reference !== undefined);
  return (
    <section className="card double-file" aria-labelledby="undo-merge">
      <div id="undo-merge">
        {reference === undefined && !isOpen ? (
          <h2>{doubleWords.undoTitle}</h2>
        ) : (
          <ArrivedHeading level={2}>{doubleWords.undoTitle}</ArrivedHeading>
        )}
      </div>
      <p className="small muted">{doubleWords.undoLead}</p>
      {isOpen ? (
        <Form first={reference ?? ''} onUndone={onUndone} />
      ) : (
        <p className="no-print">
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {doubleWords.undoOpen}
          </button>
        </p>
      )}
    </section>
  );
};
