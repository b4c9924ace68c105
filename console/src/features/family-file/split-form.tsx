import { useState } from 'react';
import { SplitOrLook } from '../../graph/asked/split-or-look.ts';
import type { SplitOrLookMutation } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { ArrivedHeading } from '../../ui/arrived-heading.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { NotYetTold } from '../../ui/not-yet-told.tsx';
import { useIds } from '../../ui/use-ids.ts';
import type { Family } from './file-page.tsx';
import { fullName } from './said-fields.tsx';
import { lackOfSplit, newSplit, type SplitDraft, splitInput, toggled } from './split.rules.ts';
import { SplitHome } from './split-home.tsx';
import { splitWords } from './split-words.ts';
import { isStale, useHeld } from './use-held.ts';

type Split = NonNullable<SplitOrLookMutation['splitFamily']>;
type Part = NonNullable<Split['remaining']>;
type FormProps = { readonly family: Family; readonly onClose: () => void };

type Looked = { readonly split: Split; readonly confirmed: boolean; readonly version: number | null };

/** What was foreseen is of exactly what was sent: somebody more, another home, or a file that changed, is looked at anew. */
const useSplitting = (family: Family) => {
  const [draft, setDraft] = useState(() => newSplit(family.address?.city ?? ''));
  const [looked, setLooked] = useState<Looked>();
  const [done, setDone] = useState<Split>();
  const idOf = useIds();
  const { isBusy, problem, isQuestion, make, setProblem } = useChange();
  const { seen, look } = useHeld(family, family, (now) => [now]);
  const set = (more: Partial<SplitDraft>) => {
    setProblem(undefined);
    setLooked(undefined);
    setDraft({ ...draft, ...more });
  };
  /** What was looked at is what is done: of that version, and confirmed as that was. */
  const ask = async () => {
    const input = splitInput(draft, { id: family.id, version: looked ? looked.version : seen.version });
    const confirmed = isQuestion || looked?.confirmed === true;
    const sent = { ...input, id: idOf(input), confirmed, preview: looked === undefined };
    const changed = change(SplitOrLook, { input: sent }, (data) => data.splitFamily);
    const split = await make(changed, looked ? splitWords.done : splitWords.would);
    const answered = await changed;
    look(answered);
    if (isStale(answered)) setLooked(undefined);
    return split && { split, confirmed, version: input.version };
  };
  const send = async () => {
    const lack = lackOfSplit(draft, family.adults ?? []);
    if (lack) return setProblem(splitWords.lacks[lack]);
    const told = await ask();
    if (!told) return;
    if (looked) setDone(told.split);
    if (!looked) setLooked(told);
  };
  return { draft, set, looked: looked?.split, done, isBusy, problem, isQuestion, send };
};

type PeopleProps = {
  readonly title: string;
  readonly of: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
};

const People = ({ title, of, chosen, onChange }: PeopleProps) => (
  <fieldset className="bare stack">
    <legend className="strong">{title}</legend>
    {of.map(({ id, name }) => (
      <CheckBox
        key={id}
        label={name}
        isTicked={chosen.includes(id)}
        onTick={() => onChange(toggled(chosen, id))}
      />
    ))}
  </fieldset>
);

const COUNTED = [
  'placements',
  'openCareRequests',
  'bookingsToCome',
  'bookingsForMilestones',
  'careLeftToPay',
] as const;

const PartLine = ({ title, part }: { readonly title: string; readonly part: Part }) => {
  const people = [...part.adults, ...part.children].map(({ firstName }) => firstName ?? '');
  const counts = COUNTED.filter((what) => part[what] > 0).map((what) => splitWords[what](part[what]));
  return (
    <li>
      <b>{title}</b> ({labels.HouseholdKind[part.householdKind]}){splitWords.colon}
      {words.and(people)}
      {counts.length > 0 ? <span className="muted"> · {counts.join(', ')}</span> : null}
    </li>
  );
};

const Would = ({ split, family }: { readonly split: Split; readonly family: Family }) => (
  <div role="status" className="stack">
    <ArrivedHeading level={3}>{splitWords.would}</ArrivedHeading>
    <ul className="listed">
      {split.remaining ? (
        <PartLine title={splitWords.stays(family.reference ?? '')} part={split.remaining} />
      ) : null}
      {split.leaving ? <PartLine title={splitWords.leaves} part={split.leaving} /> : null}
    </ul>
    <p className="small">{splitWords.whatStays}</p>
  </div>
);

const Done = ({ split, onClose }: { readonly split: Split; readonly onClose: () => void }) => {
  const reference = split.newFamily?.reference;
  return (
    <Dialog
      title={splitWords.done}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.close}
          </button>
          {reference ? (
            <Link to="/families/$reference" params={{ reference }} className="button primary">
              {splitWords.open(reference)}
            </Link>
          ) : null}
        </>
      }
    >
      <p>{reference ? splitWords.next : splitWords.slow}</p>
      <p>{splitWords.stayAddress}</p>
      <NotYetTold agencies={split.notYetTold} />
    </Dialog>
  );
};

const sayDeed = (isSeen: boolean, isQuestion: boolean): string => {
  if (isSeen) return isQuestion ? splitWords.deedAnyway : splitWords.deed;
  return isQuestion ? splitWords.lookAnyway : splitWords.look;
};

/** Who leaves, with whom and where to; both files are shown as they would be before they are two. */
const SplitForm = ({ family, onClose }: FormProps) => {
  const { draft, set, looked, done, isBusy, problem, isQuestion, send } = useSplitting(family);
  if (done) return <Done split={done} onClose={onClose} />;
  return (
    <FormDialog
      title={words.about(splitWords.split, family.displayName ?? '')}
      lead={splitWords.lead}
      send={sayDeed(looked !== undefined, isQuestion)}
      isBusy={isBusy}
      isDeed={looked !== undefined}
      problem={problem}
      leave={isBusy ? undefined : splitWords.dont}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p className="small">{splitWords.fled}</p>
      <People
        title={splitWords.adults}
        of={(family.adults ?? []).map((adult) => ({ id: adult.id, name: fullName(adult) }))}
        chosen={draft.adultIds}
        onChange={(adultIds) => set({ adultIds })}
      />
      {(family.children ?? []).length > 0 ? (
        <People
          title={splitWords.children}
          of={(family.children ?? []).map(({ id, firstName }) => ({ id, name: firstName ?? '' }))}
          chosen={draft.childIds}
          onChange={(childIds) => set({ childIds })}
        />
      ) : null}
      <SplitHome draft={draft} onChange={set} />
      {looked ? <Would split={looked} family={family} /> : null}
    </FormDialog>
  );
};

export const SplitButton = ({ family }: Pick<FormProps, 'family'>) => {
  const open = useDialog();
  return (
    <button
      type="button"
      className="button plain dense no-print"
      onClick={() => open((close) => <SplitForm family={family} onClose={close} />)}
    >
      {splitWords.split}
    </button>
  );
};
