import { CheckBox } from '../../ui/check-box.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { HALF_HOUR_S, InputField } from '../../ui/input-field.tsx';
import { type KeptDraft, withWeekday } from '../../ui/kept.rules.ts';
import { weekdayName } from '../../ui/week-field.tsx';
import { placesWords } from './words.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

type LineProps = {
  readonly number: number;
  readonly line: KeptDraft;
  readonly sections: readonly { readonly id: string; readonly name: string; readonly places: number }[];
  readonly onChange: (line: KeptDraft) => void;
  readonly onRemove: () => void;
};

/** So many places of a section, in the same hours of some weekdays. */
export const KeptLine = ({ number, line, sections, onChange, onRemove }: LineProps) => {
  const set = (more: Partial<KeptDraft>) => onChange({ ...line, ...more });
  return (
    <li>
      <fieldset className="kept-line">
        <legend className="strong small">{placesWords.keptLine(number)}</legend>
        <div className="kept-fields">
          <ChoiceField
            label={placesWords.section}
            value={line.sectionId}
            of={sections.map(({ id, name, places }) => ({
              value: id,
              label: placesWords.ofPlaces(name, places),
            }))}
            none={placesWords.chooseSection}
            onChange={(sectionId = '') => set({ sectionId })}
          />
          <InputField
            label={placesWords.keptCount}
            type="number"
            min={1}
            value={line.places}
            onChange={(places) => set({ places })}
          />
          <InputField
            label={placesWords.wantedFrom}
            type="time"
            step={HALF_HOUR_S}
            value={line.from}
            onChange={(from) => set({ from })}
          />
          <InputField
            label={placesWords.wantedTo}
            type="time"
            step={HALF_HOUR_S}
            value={line.to}
            onChange={(to) => set({ to })}
          />
        </div>
        <div className="row">
          {WEEKDAYS.map((weekday) => (
            <CheckBox
              key={weekday}
              label={weekdayName(weekday - 1)}
              isTicked={line.weekdays.includes(weekday)}
              onTick={() => onChange(withWeekday(line, weekday))}
            />
          ))}
        </div>
        <p>
          <button type="button" className="button plain dense" onClick={onRemove}>
            {placesWords.removeKept}
            <span className="unseen">{placesWords.keptLine(number)}</span>
          </button>
        </p>
      </fieldset>
    </li>
  );
};
