import { useId } from 'react';
import { language } from '../../messages/language.ts';
import { addDays, dayOf } from '../../time/city-time.rules.ts';
import { newStretch, type StretchDraft, type WeekdayDraft } from './request.rules.ts';
import type { Edit } from './request-form.tsx';
import { requestWords } from './words.ts';

/** 2 January 2023 was a Monday. */
const A_MONDAY = '2023-01-02';
const nameOfDay = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
const weekdayName = (index: number): string =>
  nameOfDay.format(new Date(`${addDays(A_MONDAY, index)}T12:00:00Z`));

const HALF_HOUR_S = 1_800;

type InputProps = {
  readonly label: string;
  readonly type: 'date' | 'time';
  readonly value: string;
  readonly isUnseen?: boolean;
  readonly isOff?: boolean;
  readonly onChange: (value: string) => void;
};

const When = ({ label, type, value, isUnseen = false, isOff = false, onChange }: InputProps) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={isUnseen ? 'unseen' : ''}>
        {label}
      </label>
      <input
        id={id}
        type={type}
        className="input"
        value={value}
        disabled={isOff}
        {...(type === 'time' && { step: HALF_HOUR_S })}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
};

type DayProps = {
  readonly day: WeekdayDraft;
  readonly name: string;
  readonly onChange: (more: Partial<WeekdayDraft>) => void;
};

const DayLine = ({ day, name, onChange }: DayProps) => (
  <li className="request-day">
    <label className="row">
      <input
        type="checkbox"
        checked={day.isOn}
        onChange={({ target }) => onChange({ isOn: target.checked })}
      />
      {name}
    </label>
    <When
      label={requestWords.from(name)}
      type="time"
      value={day.from}
      isUnseen
      isOff={!day.isOn}
      onChange={(from) => onChange({ from })}
    />
    <When
      label={requestWords.to(name)}
      type="time"
      value={day.to}
      isUnseen
      isOff={!day.isOn}
      onChange={(to) => onChange({ to })}
    />
  </li>
);

export const WeekPart = ({ draft, set }: Edit) => {
  const { week } = draft;
  const change = (index: number, more: Partial<WeekdayDraft>) =>
    set({ week: week.map((day, at) => (at === index ? { ...day, ...more } : day)) });
  return (
    <section className="stack" aria-labelledby="week">
      <h2 id="week">{requestWords.week}</h2>
      <div className="request-period">
        <When
          label={requestWords.firstDay}
          type="date"
          value={draft.firstDay}
          onChange={(firstDay) => set({ firstDay })}
        />
        <When
          label={requestWords.lastDay}
          type="date"
          value={draft.lastDay}
          onChange={(lastDay) => set({ lastDay })}
        />
      </div>
      <ul>
        {week.map((day, index) => (
          <DayLine
            key={weekdayName(index)}
            day={day}
            name={weekdayName(index)}
            onChange={(more) => change(index, more)}
          />
        ))}
      </ul>
    </section>
  );
};

export const DatesPart = ({ draft, set }: Edit) => {
  const { stretches } = draft;
  const change = (key: string, more: Partial<StretchDraft>) =>
    set({ stretches: stretches.map((each) => (each.key === key ? { ...each, ...more } : each)) });
  const add = () => {
    const last = stretches.at(-1);
    const day = addDays(last?.day || dayOf(Date.now()), 1);
    set({
      stretches: [
        ...stretches,
        { ...newStretch(day, crypto.randomUUID()), ...(last && { from: last.from, to: last.to }) },
      ],
    });
  };
  return (
    <section className="stack" aria-labelledby="dates">
      <h2 id="dates">{requestWords.dates}</h2>
      <ul className="stack">
        {stretches.map(({ key, day, from, to }) => (
          <li key={key} className="request-date">
            <When
              label={requestWords.date}
              type="date"
              value={day}
              onChange={(value) => change(key, { day: value })}
            />
            <When
              label={requestWords.start}
              type="time"
              value={from}
              onChange={(value) => change(key, { from: value })}
            />
            <When
              label={requestWords.end}
              type="time"
              value={to}
              onChange={(value) => change(key, { to: value })}
            />
            {stretches.length > 1 ? (
              <button
                type="button"
                className="button plain dense"
                onClick={() => set({ stretches: stretches.filter((each) => each.key !== key) })}
              >
                {requestWords.remove}
                <span className="unseen">{day}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="button dense" onClick={add}>
          {requestWords.addDate}
        </button>
      </p>
    </section>
  );
};
