import { useState } from 'react';
import { ChangeEntryOfColleague } from '../../graph/asked/change-entry-of-colleague.ts';
import { DistrictsToChoose } from '../../graph/asked/districts-to-choose.ts';
import { PutIntoDirectory } from '../../graph/asked/put-into-directory.ts';
import { change, useChange } from '../../graph/change.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { labels } from '../../messages/labels.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Colleague } from './colleague.ts';
import {
  type EntryDraft,
  entryInput,
  lackOfNew,
  type NewDraft,
  newInput,
  ROLES,
  toggled,
} from './colleagues.rules.ts';
import { useColleague } from './use-colleague.ts';
import { colleagueWords } from './words.ts';

type Closing = { readonly onClose: () => void };
type EntryProps = { readonly draft: EntryDraft; readonly set: (more: Partial<EntryDraft>) => void };

/** Where somebody works, and for whom. */
const EntryFields = ({ draft, set }: EntryProps) => {
  const { data, error, refetch } = useAnswer(DistrictsToChoose, {});
  return (
    <>
      <TextField label={colleagueWords.place} value={draft.place} onChange={(place) => set({ place })} />
      <TextField label={colleagueWords.phone} value={draft.phone} onChange={(phone) => set({ phone })} />
      <fieldset className="bare">
        <legend className="strong">{colleagueWords.districts}</legend>
        {data ? null : <NotRead error={error} onAgain={() => void refetch()} />}
        <div className="colleague-districts">
          {(data?.data.districts ?? []).map(({ id, name }) => (
            <CheckBox
              key={id}
              label={name}
              isTicked={draft.districtIds.includes(id)}
              onTick={() => set({ districtIds: toggled(draft.districtIds, id) })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
};

const nobody: NewDraft = { name: '', sub: '', role: 'CASEWORKER', place: '', phone: '', districtIds: [] };

const useNew = ({ onClose }: Closing) => {
  const [draft, setDraft] = useState(nobody);
  const { isBusy, problem, make, setProblem } = useChange();
  const set = (more: Partial<NewDraft>) => {
    setProblem(undefined);
    setDraft({ ...draft, ...more });
  };
  const send = async () => {
    const lack = lackOfNew(draft);
    if (lack) return setProblem(colleagueWords.lacks[lack]);
    const added = await make(
      change(PutIntoDirectory, { input: newInput(draft) }, (data) => data.recordProfessional),
      colleagueWords.added,
    );
    if (added) onClose();
  };
  return { draft, set, isBusy, problem, send };
};

export const AddForm = ({ onClose }: Closing) => {
  const { draft, set, isBusy, problem, send } = useNew({ onClose });
  return (
    <FormDialog
      title={colleagueWords.add}
      lead={colleagueWords.addLead}
      send={colleagueWords.save}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <TextField label={colleagueWords.name} value={draft.name} onChange={(name) => set({ name })} />
      <TextField
        label={colleagueWords.sub}
        hint={colleagueWords.subHint}
        value={draft.sub}
        onChange={(sub) => set({ sub })}
      />
      <ChoiceField
        label={colleagueWords.role}
        value={draft.role}
        of={ROLES.map((role) => ({ value: role, label: labels.ProfessionalRole[role] }))}
        onChange={(role = 'CASEWORKER') => set({ role })}
      />
      <EntryFields draft={draft} set={set} />
    </FormDialog>
  );
};

/** The name is that of the sign-in, and the role that of the agency: what an administrator changes is the rest. */
export const EntryForm = ({ of, onClose }: { readonly of: Colleague } & Closing) => {
  const [begun] = useState<EntryDraft>({
    place: of.place ?? '',
    phone: of.phone ?? '',
    districtIds: of.districtIds,
  });
  const [draft, setDraft] = useState(begun);
  const { isBusy, problem, make, setProblem } = useChange();
  const { seen, isOtherNow, lookAgain } = useColleague(of);
  const sendIt = async () => {
    const input = entryInput(draft, begun, seen);
    const changed = await change(ChangeEntryOfColleague, { input }, (data) => data.changeProfessional);
    await lookAgain(changed.payload);
    return changed;
  };
  const send = async () => {
    if (await make(sendIt(), colleagueWords.entryChanged)) onClose();
  };
  return (
    <FormDialog
      title={colleagueWords.entryOf(of.name)}
      lead={colleagueWords.entryLead}
      send={colleagueWords.save}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      {isOtherNow ? (
        <p className="notice" role="status">
          {colleagueWords.otherNow([seen.place, seen.phone].filter(Boolean).join(' · '))}
        </p>
      ) : null}
      <EntryFields
        draft={draft}
        set={(more) => {
          setProblem(undefined);
          setDraft({ ...draft, ...more });
        }}
      />
    </FormDialog>
  );
};
