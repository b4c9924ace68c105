import { useState } from 'react';
import { DecideForCity } from '../../graph/asked/decide-for-city.ts';
import { RulesOfCity } from '../../graph/asked/rules-of-city.ts';
import type { RulesOfCityQuery } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { answerOf, answers } from '../../graph/use-answer.ts';
import { useSeen } from '../../graph/use-seen.ts';
import { addDays, dayOf } from '../../time/city-time.rules.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useUnsavedDraft } from '../../ui/use-unsaved.ts';
import { BandsField } from './bands-field.tsx';
import {
  BANDS,
  CRITERIA,
  changesOf,
  type Draft,
  draftOf,
  inputOf,
  lackOf,
  lastVersion,
  standing,
  sumOf,
} from './city.rules.ts';
import { ChangesList } from './settings-shown.tsx';
import { cityWords } from './words.ts';

export type Rules = Pick<RulesOfCityQuery, 'citySettings' | 'citySettingsHistory'>;

const lastOf = ({ citySettings, citySettingsHistory }: Rules) =>
  standing(citySettingsHistory)[0] ?? citySettings;

const readRules = async (): Promise<Rules> =>
  (await answers.fetchQuery({ ...answerOf(RulesOfCity, {}), staleTime: 0 })).data;

type Props = { readonly rules: Rules; readonly onClose: () => void };

/** From tomorrow, or from the day of what is decided already, which would stand in the way of an earlier one. */
const firstDraft = (rules: Rules): Draft => {
  const last = lastOf(rules);
  const tomorrow = addDays(dayOf(Date.now()), 1);
  return draftOf(last, [tomorrow, last.from ?? ''].sort().at(-1) ?? tomorrow);
};

const useDeciding = ({ rules, onClose }: Props) => {
  const [begun] = useState(() => lastOf(rules));
  const [draft, setDraft] = useState(() => firstDraft(rules));
  useUnsavedDraft(draft);
  const { seen, isOtherNow, lookAgain } = useSeen(rules, readRules);
  const { isBusy, problem, make, setProblem } = useChange();
  const set = (more: Partial<Draft>) => {
    setProblem(undefined);
    setDraft({ ...draft, ...more });
  };
  const sendIt = async () => {
    const input = inputOf(draft, begun, lastVersion(seen.citySettingsHistory));
    const changed = await change(DecideForCity, { input }, (data) => data.changeCitySettings);
    await lookAgain(changed.payload);
    return changed;
  };
  const send = async () => {
    const lack = lackOf(draft, { begun, last: lastOf(seen) });
    if (lack) return setProblem(cityWords.lacks[lack]);
    if (await make(sendIt(), cityWords.decided)) onClose();
  };
  return { draft, set, seen, isOtherNow, isBusy, problem, send };
};

type FieldsProps = { readonly draft: Draft; readonly set: (more: Partial<Draft>) => void };

const WeightFields = ({ draft, set }: FieldsProps) => (
  <fieldset className="bare">
    <legend className="strong">{cityWords.weights}</legend>
    <div className="city-fields">
      {CRITERIA.map((criterion) => (
        <InputField
          key={criterion}
          label={cityWords.criteria[criterion]}
          type="number"
          min={0}
          max={100}
          value={draft.weights[criterion]}
          onChange={(weight) => set({ weights: { ...draft.weights, [criterion]: weight } })}
        />
      ))}
    </div>
    <p className={sumOf(draft) === 100 ? 'small muted' : 'small wrong'} role="status">
      {cityWords.sum(sumOf(draft))}
    </p>
  </fieldset>
);

/** Another set of rules from a day on: begun with what would hold then, so that what nobody touches stays. */
export const DecideForm = (props: Props) => {
  const { draft, set, seen, isOtherNow, isBusy, problem, send } = useDeciding(props);
  return (
    <FormDialog
      title={cityWords.decideTitle}
      lead={cityWords.decideLead}
      send={cityWords.save}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={props.onClose}
    >
      {isOtherNow ? (
        <div className="notice" role="status">
          <div className="stack">
            <p className="strong">{cityWords.otherNow}</p>
            <ChangesList changes={changesOf(lastOf(props.rules), lastOf(seen))} />
          </div>
        </div>
      ) : null}
      <InputField
        label={cityWords.decideFrom}
        type="date"
        value={draft.from}
        onChange={(from) => set({ from })}
      />
      <TextField
        label={cityWords.reason}
        hint={cityWords.reasonHint}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
      <WeightFields draft={draft} set={set} />
      {BANDS.map((name) => (
        <BandsField key={name} name={name} bands={draft[name]} onChange={(bands) => set({ [name]: bands })} />
      ))}
      <InputField
        label={cityWords.noticeHours}
        type="number"
        min={0}
        max={168}
        value={draft.notice}
        onChange={(notice) => set({ notice })}
      />
    </FormDialog>
  );
};
