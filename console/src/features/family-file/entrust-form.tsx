import { useState } from 'react';
import { EntrustFamily } from '../../graph/asked/entrust-family.ts';
import { JoinTeam } from '../../graph/asked/join-team.ts';
import { change, useChange } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { words } from '../../messages/words.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { useDialog } from '../../ui/dialogs.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { NotYetTold } from '../../ui/not-yet-told.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useIds } from '../../ui/use-ids.ts';
import {
  type EntrustDraft,
  entrustInputs,
  lackOfEntrusting,
  type Named,
  newEntrusting,
  TARGETS,
} from './entrust.rules.ts';
import type { Family } from './file-page.tsx';
import { NameSomebody } from './name-somebody.tsx';
import { fileWords } from './words.ts';

type Props = {
  readonly family: Family;
  readonly isLead: boolean;
  /** The agencies that do not know of it yet. */
  readonly onTold: (notYet: readonly string[]) => void;
};
type FormProps = Props & { readonly onClose: () => void };

/** Who joins has joined before they are asked; sent again, neither happens twice. */
const useEntrusting = ({ family, onTold, onClose }: FormProps) => {
  const [draft, setDraft] = useState(newEntrusting);
  const [joined, setJoined] = useState<readonly Named[]>([]);
  const [notYet, setNotYet] = useState<readonly string[]>([]);
  const idOf = useIds();
  const { isBusy, problem, isQuestion, make, setProblem } = useChange();
  const join = async ({ join: input }: ReturnType<typeof entrustInputs>): Promise<boolean> => {
    const { named } = draft;
    if (!input || !named || joined.some(({ id }) => id === named.id)) return true;
    const sent = change(JoinTeam, { input: { ...input, id: idOf(input) } }, (data) => data.joinSupportTeam);
    const done = await make(sent, fileWords.joined);
    if (!done) return false;
    setJoined((before) => [...before, named]);
    setNotYet(done.notYetTold);
    return true;
  };
  const send = async () => {
    const lack = lackOfEntrusting(draft);
    if (lack) return setProblem(fileWords.entrustLacks[lack]);
    const inputs = entrustInputs(draft, family.id);
    const confirmed = isQuestion;
    if (!(await join(inputs))) return;
    const input = { ...inputs.refer, id: idOf(inputs.refer), confirmed };
    const sent = await make(
      change(EntrustFamily, { input }, (data) => data.sendReferral),
      fileWords.entrusted,
    );
    if (!sent) return;
    onTold(sent.notYetTold);
    onClose();
  };
  const set = (more: Partial<EntrustDraft>) => {
    setProblem(undefined);
    setDraft({ ...draft, ...more });
  };
  return { draft, set, joined, notYet, isBusy, problem, isQuestion, send };
};

const EntrustForm = (props: FormProps) => {
  const { family, isLead, onClose } = props;
  const { draft, set, joined, notYet, isBusy, problem, isQuestion, send } = useEntrusting(props);
  return (
    <FormDialog
      title={words.about(fileWords.entrust, family.displayName ?? '')}
      lead={fileWords.entrustLead}
      send={isQuestion ? fileWords.sendAnyway : fileWords.send}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <fieldset className="bare" disabled={isBusy}>
        <ChoiceField
          label={fileWords.toWhom}
          value={draft.target}
          of={TARGETS.map((target) => ({ value: target, label: labels.ReferralTarget[target] }))}
          onChange={(target = 'SERVICE_POINT') => set({ target, named: undefined, joins: false })}
        />
        <NameSomebody
          key={draft.target}
          target={draft.target}
          named={draft.named}
          onName={(named) => set({ named, joins: false })}
        />
        <TextField
          label={fileWords.whatIsAsked}
          isLong
          value={draft.message}
          onChange={(message) => set({ message })}
        />
        {isLead && draft.named ? (
          <CheckBox label={fileWords.joinsAtOnce} isTicked={draft.joins} onTick={(joins) => set({ joins })} />
        ) : null}
      </fieldset>
      {joined.length > 0 ? (
        <p role="status">{fileWords.joinedAlready(words.and(joined.map(({ name }) => name)))}</p>
      ) : null}
      <NotYetTold agencies={notYet} />
    </FormDialog>
  );
};

export const EntrustButton = (props: Props) => {
  const open = useDialog();
  return (
    <button
      type="button"
      className="button dense no-print"
      onClick={() => open((close) => <EntrustForm {...props} onClose={close} />)}
    >
      {fileWords.entrust}
    </button>
  );
};
