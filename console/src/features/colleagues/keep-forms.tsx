import { useState } from 'react';
import { NoteAbsenceOfColleague } from '../../graph/asked/note-absence-of-colleague.ts';
import { NoteDeparture } from '../../graph/asked/note-departure.ts';
import { WhoStandsIn } from '../../graph/asked/who-stands-in.ts';
import { change, useChange } from '../../graph/change.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { dayOf } from '../../time/city-time.rules.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { type Colleague, saidAway } from './colleague.ts';
import { type AbsenceDraft, absenceInput, absenceOf, lackOfAbsence } from './colleagues.rules.ts';
import { useColleague } from './use-colleague.ts';
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

/** One that is noted may be noted otherwise: until when, and who stands in. */
type AbsenceProps = OfProps & { readonly isNoted: boolean };

const useAbsence = ({ of, isNoted, onClose }: AbsenceProps) => {
  const [draft, setDraft] = useState<AbsenceDraft>(() =>
    absenceOf(isNoted ? of : undefined, dayOf(Date.now())),
  );
  const { isBusy, problem, make, setProblem } = useChange();
  const set = (more: Partial<AbsenceDraft>) => {
    setProblem(undefined);
    setDraft({ ...draft, ...more });
  };
  const { seen, isOtherNow, lookAgain } = useColleague(of);
  const sendIt = async () => {
    const input = absenceInput(draft, seen);
    const changed = await change(NoteAbsenceOfColleague, { input }, (data) => data.recordAbsence);
    await lookAgain(changed.payload);
    return changed;
  };
  const send = async () => {
    const lack = lackOfAbsence(draft);
    if (lack) return setProblem(colleagueWords.lacks[lack]);
    if (await make(sendIt(), colleagueWords.absenceNoted)) onClose();
  };
  return { draft, set, seen, isOtherNow, isBusy, problem, send };
};

export const AbsenceForm = (props: AbsenceProps) => {
  const { of, isNoted, onClose } = props;
  const { draft, set, seen, isOtherNow, isBusy, problem, send } = useAbsence(props);
  return (
    <FormDialog
      title={isNoted ? colleagueWords.absenceOtherwise : colleagueWords.absence}
      lead={colleagueWords.absenceLead(of.name)}
      send={colleagueWords.save}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      {isOtherNow ? (
        <p className="notice" role="status">
          {colleagueWords.otherNow(saidAway(seen) || colleagueWords.noAbsence)}
        </p>
      ) : null}
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
