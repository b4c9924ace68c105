import { labels } from '../../messages/labels.ts';
import { words } from '../../messages/words.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Draft, daysOfSeries, KINDS, seriesFrom } from './plan.rules.ts';
import { planWords } from './words.ts';

type Props = { readonly draft: Draft; readonly onChange: (more: Partial<Draft>) => void };

export const WhatFields = ({ draft, onChange }: Props) => (
  <>
    <ChoiceField
      label={planWords.kind}
      value={draft.kind}
      of={KINDS.map((kind) => ({ value: kind, label: labels.MilestoneKind[kind] }))}
      onChange={(kind = 'INTERVIEW') => onChange({ kind })}
    />
    <TextField
      label={planWords.about}
      hint={planWords.aboutHint}
      value={draft.title}
      onChange={(title) => onChange({ title })}
    />
  </>
);

export const WhenFields = ({ draft, onChange }: Props) => (
  <>
    <div className="plan-when">
      <InputField
        label={draft.repeats ? planWords.firstDay : planWords.day}
        type="date"
        value={draft.day}
        onChange={(day) => onChange({ day })}
      />
      <InputField
        label={planWords.from}
        type="time"
        value={draft.from}
        onChange={(from) => onChange({ from })}
      />
      <InputField label={planWords.to} type="time" value={draft.to} onChange={(to) => onChange({ to })} />
    </div>
    <InputField
      label={planWords.travel}
      type="number"
      min={0}
      max={240}
      step={5}
      value={draft.isRemote ? '0' : draft.travel}
      isOff={draft.isRemote}
      onChange={(travel) => onChange({ travel })}
    />
    <CheckBox
      label={planWords.remote}
      isTicked={draft.isRemote}
      onTick={(isRemote) => onChange({ isRemote })}
    />
  </>
);

const toggled = (weekdays: readonly number[], weekday: number): readonly number[] =>
  weekdays.includes(weekday) ? weekdays.filter((each) => each !== weekday) : [...weekdays, weekday];

/** What comes round: on which days, until when, and how often that is. */
export const SeriesFields = ({ draft, onChange }: Props) => (
  <>
    <CheckBox
      label={planWords.repeats}
      isTicked={draft.repeats}
      onTick={(repeats) => onChange({ repeats, ...(repeats && seriesFrom(draft.day)) })}
    />
    {draft.repeats ? (
      <div className="stack plan-series">
        <fieldset className="filters">
          <legend className="strong">{planWords.weekdays}</legend>
          {words.weekdays.map((name, index) => (
            <button
              key={name}
              type="button"
              className="pill"
              aria-pressed={draft.weekdays.includes(index + 1)}
              onClick={() => onChange({ weekdays: toggled(draft.weekdays, index + 1) })}
            >
              {name}
            </button>
          ))}
        </fieldset>
        <InputField
          label={planWords.lastDay}
          type="date"
          value={draft.lastDay}
          onChange={(lastDay) => onChange({ lastDay })}
        />
        <p className="muted">{planWords.count(daysOfSeries(draft).length)}</p>
      </div>
    ) : null}
  </>
);
