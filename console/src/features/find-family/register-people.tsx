import { CheckBox } from '../../ui/check-box.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { AdultDraft, ChildDraft } from './register.rules.ts';
import { registerWords } from './register-words.ts';

/** Spoken in Nantes, French first. */
const LANGUAGES = ['fr', 'ar', 'en', 'es', 'pt', 'ro', 'tr', 'ru', 'uk', 'so', 'ti', 'fa', 'ps'];
const names = new Intl.DisplayNames([document.documentElement.lang], { type: 'language' });
const languages = LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }));

type Named = { readonly firstName: string; readonly lastName: string };

type Edited<Person> = {
  readonly of: Person;
  readonly name: string;
  readonly onChange: (more: Partial<Person>) => void;
  readonly onRemove: (() => void) | undefined;
};

type PersonProps = Edited<Named> & {
  /** What is asked of such a person beside the names. */
  readonly children: React.ReactNode;
  readonly tick: React.ReactNode;
};

/** One person of the household: the names, what else is asked, and a way to leave them out again. */
const Person = ({ of, name, onChange, onRemove, children, tick }: PersonProps) => (
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
      {children}
    </div>
    {tick}
    {onRemove ? (
      <p>
        <button type="button" className="button plain dense" onClick={onRemove}>
          {registerWords.remove}
          <span className="unseen">{name}</span>
        </button>
      </p>
    ) : null}
  </fieldset>
);

export const AdultFields = ({ of, name, onChange, onRemove }: Edited<AdultDraft>) => (
  <Person
    of={of}
    name={name}
    onChange={onChange}
    onRemove={onRemove}
    tick={
      <CheckBox
        label={registerWords.interpreter}
        isTicked={of.needsInterpreter}
        onTick={(needsInterpreter) => onChange({ needsInterpreter })}
      />
    }
  >
    <TextField label={registerWords.phone} value={of.phone} onChange={(phone) => onChange({ phone })} />
    <ChoiceField
      label={registerWords.language}
      value={of.language}
      of={languages}
      onChange={(spoken = 'fr') => onChange({ language: spoken })}
    />
  </Person>
);

export const ChildFields = ({ of, name, onChange, onRemove }: Edited<ChildDraft>) => (
  <Person
    of={of}
    name={name}
    onChange={onChange}
    onRemove={onRemove}
    tick={
      <CheckBox
        label={registerWords.isExpected}
        isTicked={of.isExpected}
        onTick={(isExpected) => onChange({ isExpected })}
      />
    }
  >
    <InputField
      label={of.isExpected ? registerWords.expected : registerWords.born}
      type="date"
      value={of.date}
      onChange={(date) => onChange({ date })}
    />
  </Person>
);
