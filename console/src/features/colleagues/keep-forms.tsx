import { useState } from 'react';
import { NoteAbsenceOfColleague } from '../../graph/asked/note-absence-of-colleague.ts';
import { NoteDeparture } from '../../graph/asked/note-departure.ts';
import { PutIntoDirectory } from '../../graph/asked/put-into-directory.ts';
import { WhoStandsIn } from '../../graph/asked/who-stands-in.ts';
import { change, useChange } from '../../graph/change.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { labels } from '../../messages/labels.ts';
import { dayOf } from '../../time/city-time.rules.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import {
  type AbsenceDraft,
  absenceInput,
  lackOfAbsence,
  lackOfNew,
  type NewDraft,
  newInput,
  ROLES,
} from './colleagues.rules.ts';
import type { Colleague } from './colleagues-page.tsx';
import { colleagueWords } from './words.ts';

type Closing = { readonly onClose: () => void };
type OfProps = { readonly of: Colleague } & Closing;

type ChooseProps = {
  readonly of: Colleague;
  readonly label: string;
  readonly none: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
};

/** Another colleague of the same agency and role. */
export const ChooseColleague = ({ of, label, none, value, onChange }: ChooseProps) => {
  const { data } = useAnswer(WhoStandsIn, { agencyId: of.agency, role: of.role });
  const list = data?.data.professionals;
  const others = (list?.edges ?? []).filter(({ node }) => node.id !== of.id);
  return (
    <>
      <ChoiceField
        label={label}
        value={value}
        of={others.map(({ node: { id, name, isAbsent } }) => ({
          value: id,
          label: isAbsent ? colleagueWords.isAway(name) : name,
        }))}
        none={none}
        onChange={(id = '') => onChange(id)}
      />
      {list?.pageInfo.hasNextPage ? <p className="small muted">{colleagueWords.moreColleagues}</p> : null}
    </>
  );
};

export const AddForm = ({ onClose }: Closing) => {
  const [draft, setDraft] = useState<NewDraft>({
    name: '',
    sub: '',
    role: 'CASEWORKER',
    place: '',
    phone: '',
  });
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
      <TextField label={colleagueWords.place} value={draft.place} onChange={(place) => set({ place })} />
      <TextField label={colleagueWords.phone} value={draft.phone} onChange={(phone) => set({ phone })} />
    </FormDialog>
  );
};

const useAbsence = ({ of, onClose }: OfProps) => {
  const [draft, setDraft] = useState<AbsenceDraft>(() => ({
    from: dayOf(Date.now()),
    to: '',
    standIn: of.standIn?.id ?? '',
  }));
  const { isBusy, problem, make, setProblem } = useChange();
  const set = (more: Partial<AbsenceDraft>) => {
    setProblem(undefined);
    setDraft({ ...draft, ...more });
  };
  const send = async () => {
    const lack = lackOfAbsence(draft);
    if (lack) return setProblem(colleagueWords.lacks[lack]);
    const noted = await make(
      change(NoteAbsenceOfColleague, { input: absenceInput(draft, of) }, (data) => data.recordAbsence),
      colleagueWords.absenceNoted,
    );
    if (noted) onClose();
  };
  return { draft, set, isBusy, problem, send };
};

export const AbsenceForm = ({ of, onClose }: OfProps) => {
  const { draft, set, isBusy, problem, send } = useAbsence({ of, onClose });
  return (
    <FormDialog
      title={colleagueWords.absence}
      lead={colleagueWords.absenceLead(of.name)}
      send={colleagueWords.save}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <InputField
        label={colleagueWords.absentFrom}
        type="date"
        value={draft.from}
        onChange={(from) => set({ from })}
      />
      <InputField
        label={colleagueWords.absentTo}
        type="date"
        value={draft.to}
        onChange={(to) => set({ to })}
      />
      <ChooseColleague
        of={of}
        label={colleagueWords.whoStandsIn}
        none={colleagueWords.nobody}
        value={draft.standIn}
        onChange={(standIn) => set({ standIn })}
      />
    </FormDialog>
  );
};

/** The absence on record is taken back. */
export const BackForm = ({ of, onClose }: OfProps) => {
  const { isBusy, problem, make } = useChange();
  const input = { professionalId: of.id, version: of.version };
  const send = async () => {
    const noted = await make(
      change(NoteAbsenceOfColleague, { input }, (data) => data.recordAbsence),
      colleagueWords.backNoted,
    );
    if (noted) onClose();
  };
  return (
    <FormDialog
      title={colleagueWords.back}
      lead={colleagueWords.backLead(of.name)}
      send={colleagueWords.back}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    />
  );
};

export const DepartureForm = ({ of, onClose }: OfProps) => {
  const [on, setOn] = useState(() => dayOf(Date.now()));
  const { isBusy, problem, make, setProblem } = useChange();
  const send = async () => {
    if (on === '') return setProblem(colleagueWords.lacks.DAY);
    const input = { professionalId: of.id, version: of.version, on };
    const noted = await make(
      change(NoteDeparture, { input }, (data) => data.recordDeparture),
      colleagueWords.departureNoted,
    );
    if (noted) onClose();
  };
  return (
    <FormDialog
      title={colleagueWords.departure}
      lead={colleagueWords.departureLead(of.name)}
      send={colleagueWords.departure}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <InputField
        label={colleagueWords.departureOn}
        type="date"
        value={on}
        onChange={(next) => {
          setProblem(undefined);
          setOn(next);
        }}
      />
    </FormDialog>
  );
};
