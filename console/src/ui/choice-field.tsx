import { useId } from 'react';

type ChoiceFieldProps<Value extends string> = {
  readonly label: string;
  readonly value: Value | '';
  readonly of: readonly { readonly value: Value; readonly label: string }[];
  /** What stands there before something is chosen; without it something always is. */
  readonly none?: string;
  readonly onChange: (value: Value | undefined) => void;
};

/** One of a few, with its label. */
export const ChoiceField = <Value extends string>({
  label,
  value,
  of,
  none,
  onChange,
}: ChoiceFieldProps<Value>) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={({ target }) => onChange(of.find((each) => each.value === target.value)?.value)}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {of.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </div>
  );
};
