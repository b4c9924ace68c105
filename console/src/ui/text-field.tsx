import { useId } from 'react';

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly isLong?: boolean;
  /** What helps to write it, below. */
  readonly hint?: string;
  readonly onChange: (value: string) => void;
};

export const TextField = ({ label, value, isLong = false, hint, onChange }: TextFieldProps) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {isLong ? (
        <textarea
          id={id}
          className="input"
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <input
          id={id}
          className="input"
          autoComplete="off"
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {hint ? (
        <p id={`${id}-hint`} className="faint">
          {hint}
        </p>
      ) : null}
    </div>
  );
};
