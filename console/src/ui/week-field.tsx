import { language } from '../messages/language.ts';
import { words } from '../messages/words.ts';
import { addDays } from '../time/city-time.rules.ts';
import type { WeekdayDraft } from '../time/week.rules.ts';
import { CheckBox } from './check-box.tsx';
import { HALF_HOUR_S, InputField } from './input-field.tsx';

/** 2 January 2023 was a Monday. */
const A_MONDAY = '2023-01-02';
const nameOfDay = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
/** The first is Monday. */
export const weekdayName = (index: number): string =>
  nameOfDay.format(new Date(`${addDays(A_MONDAY, index)}T12:00:00Z`));

type DayProps = {
  readonly day: WeekdayDraft;
  readonly name: string;
  readonly onChange: (more: Partial<WeekdayDraft>) => void;
};

const DayLine = ({ day, name, onChange }: DayProps) => (
  <li className="week-field-day">
    <CheckBox label={name} isTicked={day.isOn} onTick={(isOn) => onChange({ isOn })} />
    <InputField
      label={words.week.from(name)}
      type="time"
      step={HALF_HOUR_S}
      value={day.from}
      isUnseen
      isOff={!day.isOn}
      onChange={(from) => onChange({ from })}
    />
    <InputField
      label={words.week.to(name)}
      type="time"
      step={HALF_HOUR_S}
      value={day.to}
      isUnseen
      isOff={!day.isOn}
      onChange={(to) => onChange({ to })}
    />
  </li>
);

type WeekFieldProps = {
  readonly week: readonly WeekdayDraft[];
  readonly onChange: (week: readonly WeekdayDraft[]) => void;
};

/** The hours of an ordinary week, day by day. */
export const WeekField = ({ week, onChange }: WeekFieldProps) => {
  const change = (index: number, more: Partial<WeekdayDraft>) =>
    onChange(week.map((day, at) => (at === index ? { ...day, ...more } : day)));
  return (
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
  );
};
