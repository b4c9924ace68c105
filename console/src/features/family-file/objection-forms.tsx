import { useState } from 'react';
import { NoteObjection } from '../../graph/asked/note-objection.ts';
import { TakeObjectionBack } from '../../graph/asked/take-objection-back.ts';
import { change, useChange } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { words } from '../../messages/words.ts';
import { usePerson } from '../../shell/use-session.ts';
import { dayOf } from '../../time/city-time.rules.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useIds } from '../../ui/use-ids.ts';
import type { Family } from './file-page.tsx';
import { SaidFields } from './said-fields.tsx';
import {
  AREAS,
  agenciesFor,
  lackOfLifting,
  lackOfSaying,
  newObjection,
  type ObjectionDraft,
  objectionInput,
  ofCategory,
  saidInput,
} from './support.rules.ts';
import { supportWords } from './support-words.ts';
import { useHeld } from './use-held.ts';

export type Objection = NonNullable<Family['objections']>[number];

type FormProps = {
  readonly family: Family;
  readonly onTold: (notYet: readonly string[]) => void;
  readonly onClose: () => void;
};

const firstSaid = (family: Family): ObjectionDraft => newObjection(family.adults ?? [], dayOf(Date.now()));

const useObjecting = ({ family, onTold, onClose }: FormProps) => {
  const [draft, setDraft] = useState(() => firstSaid(family));
  const idOf = useIds();
  const { isBusy, problem, make, setProblem } = useChange();
  const put = (next: ObjectionDraft) => {
    setProblem(undefined);
    setDraft(next);
  };
  const send = async () => {
    const lack = lackOfSaying(draft);
    if (lack) return setProblem(supportWords.lacks[lack]);
    const input = objectionInput(draft, family.id);
    const noted = await make(
      change(NoteObjection, { input: { ...input, id: idOf(input) } }, (data) => data.recordObjection),
      supportWords.objected,
    );
    if (!noted) return;
    onTold(noted.notYetTold);
    onClose();
  };
  return { draft, put, isBusy, problem, send };
};

/** What the family wants kept from whom, and what that takes from them: said before it is saved. */
export const ObjectForm = (props: FormProps) => {
  const { draft, put, isBusy, problem, send } = useObjecting(props);
  const sub = usePerson()?.sub;
  return (
    <FormDialog
      title={words.about(supportWords.object, props.family.displayName ?? '')}
      lead={supportWords.objectLead}
      send={supportWords.save}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={props.onClose}
    >
      <ChoiceField
        label={supportWords.what}
        value={draft.category}
        of={AREAS.map((value) => ({ value, label: labels.SharedCategory[value] }))}
        onChange={(category = draft.category) => put(ofCategory(draft, category))}
      />
      <ChoiceField
        label={supportWords.with}
        value={draft.agency}
        of={agenciesFor(draft.category).map((value) => ({ value, label: labels.AgencyKind[value] }))}
        onChange={(agency = draft.agency) => put({ ...draft, agency })}
      />
      <p className="small" role="status">
        {supportWords.binds[draft.category]} {supportWords.ownToo}
      </p>
      <SaidFields
        family={props.family}
        said={draft}
        ownSub={sub}
        onChange={(more) => put({ ...draft, ...more })}
      />
      <TextField
        label={supportWords.note}
        isLong
        value={draft.note}
        onChange={(note) => put({ ...draft, note })}
      />
    </FormDialog>
  );
};

type LiftProps = FormProps & { readonly objection: Objection };

const useLifting = ({ family, objection, onTold, onClose }: LiftProps) => {
  const [said, setSaid] = useState(() => firstSaid(family));
  const [reason, setReason] = useState('');
  const { isBusy, problem, make, setProblem } = useChange();
  const { seen, look } = useHeld(objection, family, ({ objections }) => objections);
  const send = async () => {
    const lack = lackOfLifting(said, reason);
    if (lack) return setProblem(supportWords.lacks[lack]);
    const { id: objectionId, version } = seen;
    const input = { objectionId, version, reason: reason.trim(), ...saidInput(said) };
    const sent = change(TakeObjectionBack, { input }, (data) => data.liftObjection);
    const lifted = await make(sent, supportWords.lifted);
    look(await sent);
    if (!lifted) return;
    onTold(lifted.notYetTold);
    onClose();
  };
  const set = (more: Partial<ObjectionDraft>) => {
    setProblem(undefined);
    setSaid({ ...said, ...more });
  };
  const explain = (why: string) => {
    setProblem(undefined);
    setReason(why);
  };
  return { said, set, reason, explain, isBusy, problem, send };
};

export const LiftForm = (props: LiftProps) => {
  const { said, set, reason, explain, isBusy, problem, send } = useLifting(props);
  const sub = usePerson()?.sub;
  const { agency, category } = props.objection;
  return (
    <FormDialog
      title={words.about(supportWords.lift, props.family.displayName ?? '')}
      lead={`${supportWords.notFor(labels.AgencyKind[agency], labels.SharedCategory[category])}. ${supportWords.liftLead}`}
      send={supportWords.save}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={props.onClose}
    >
      <SaidFields family={props.family} said={said} ownSub={sub} onChange={set} />
      <TextField label={supportWords.liftReason} isLong value={reason} onChange={explain} />
    </FormDialog>
  );
};
