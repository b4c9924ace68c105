import { addDays, dayOf } from '../../time/city-time.rules.ts';
import { HALF_HOUR_S, InputField } from '../../ui/input-field.tsx';
import { WeekField } from '../../ui/week-field.tsx';
import { newStretch, type StretchDraft } from './request.rules.ts';
import type { Edit } from './request-form.tsx';
import { requestWords } from './words.ts';

export const WeekPart = ({ draft, set }: Edit) => {
  return (
    <section className="stack" aria-labelledby="week">
      <h2 id="week">{requestWords.week}</h2>
      <div className="request-period">
        <InputField
          label={requestWords.firstDay}
          type="date"
          value={draft.firstDay}
          onChange={(firstDay) => set({ firstDay })}
        />
        <InputField
          label={requestWords.lastDay}
          type="date"
          value={draft.lastDay}
          onChange={(lastDay) => set({ lastDay })}
        />
      </div>
      <WeekField week={draft.week} onChange={(week) => set({ week })} />
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
            <InputField
              label={requestWords.date}
              type="date"
              value={day}
              onChange={(value) => change(key, { day: value })}
            />
            <InputField
              label={requestWords.start}
              type="time"
              step={HALF_HOUR_S}
              value={from}
              onChange={(value) => change(key, { from: value })}
            />
            <InputField
              label={requestWords.end}
              type="time"
              step={HALF_HOUR_S}
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
