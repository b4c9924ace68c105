import { useId } from 'react';
import { TextField } from '../../ui/text-field.tsx';
import type { AdultDraft, ChildDraft } from './register.rules.ts';
import { registerWords } from './register-words.ts';

/** Spoken in Nantes, French first. */
const LANGUAGES = ['fr', 'ar', 'en', 'es', 'pt', 'ro', 'tr', 'ru', 'uk', 'so', 'ti', 'fa', 'ps'];
const names = new Intl.DisplayNames([document.documentElement.lang], { type: 'language' });

type RemoveProps = { readonly name: string; readonly onRemove: (() => void) | undefined };

const Remove = ({ name, onRemove }: RemoveProps) =>
  onRemove ? (
    <p>
      <button type="button" className="button plain dense" onClick={onRemove}>
        {registerWords.remove}
        <span className="unseen">{name}</span>
      </button>
    </p>
  ) : null;

type Edited<Person> = {
  readonly of: Person;
  readonly name: string;
  readonly onChange: (more: Partial<Person>) => void;
  readonly onRemove: (() => void) | undefined;
};

export const AdultFields = ({ of, name, onChange, onRemove }: Edited<AdultDraft>) => {
  const id = useId();
  return (
    <fieldset className="register-person">
      <legend>{name}</legend>
      <div className="register-row">
        <TextField
          label={registerWords.firstName}
          value={of.firstName}
          onChange={(firstName) => onChange({ firstName })}
        />
        <TextField
          label={registerWords.lastName}
          value={of.lastName}
          onChange={(lastName) => onChange({ lastName })}
        />
        <TextField label={registerWords.phone} value={of.phone} onChange={(phone) => onChange({ phone })} />
        <div className="field">
          <label htmlFor={id}>{registerWords.language}</label>
          <select
            id={id}
            className="input"
            value={of.language}
            onChange={({ target }) => onChange({ language: target.value })}
          >
            {LANGUAGES.map((each) => (
              <option key={each} value={each}>
                {names.of(each)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <label className="row register-tick">
        <input
          type="checkbox"
          checked={of.needsInterpreter}
          onChange={({ target }) => onChange({ needsInterpreter: target.checked })}
        />
        {registerWords.interpreter}
      </label>
      <Remove name={name} onRemove={onRemove} />
    </fieldset>
  );
};

export const ChildFields = ({ of, name, onChange, onRemove }: Edited<ChildDraft>) => {
  const id = useId();
  return (
    <fieldset className="register-person">
      <legend>{name}</legend>
      <div className="register-row">
        <TextField
          label={registerWords.firstName}
          value={of.firstName}
          onChange={(firstName) => onChange({ firstName })}
        />
        <TextField
          label={registerWords.lastName}
          value={of.lastName}
          onChange={(lastName) => onChange({ lastName })}
        />
        <div className="field">
          <label htmlFor={id}>{of.isExpected ? registerWords.expected : registerWords.born}</label>
          <input
            id={id}
            type="date"
            className="input"
            value={of.date}
            onChange={({ target }) => onChange({ date: target.value })}
          />
        </div>
      </div>
      <label className="row register-tick">
        <input
          type="checkbox"
          checked={of.isExpected}
          onChange={({ target }) => onChange({ isExpected: target.checked })}
        />
        {registerWords.isExpected}
      </label>
      <Remove name={name} onRemove={onRemove} />
    </fieldset>
  );
};
