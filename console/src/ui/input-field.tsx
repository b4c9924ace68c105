import { useId } from 'react';

type InputFieldProps = {
  readonly label: string;
  readonly type: 'date' | 'time' | 'number';
  readonly value: string;
  /** Said to whoever hears the page alone: what it is for stands beside it already. */
  readonly isUnseen?: boolean;
  readonly isOff?: boolean;
  readonly min?: number | string;
  readonly max?: number | string;
  /** Of a time in seconds, as the browser's own field takes it. */
  readonly step?: number;
  readonly onChange: (value: string) => void;
};

export const HALF_HOUR_S = 1_800;

/** A day, a time or a number, with its label. */
export const InputField = ({
  label,
  isUnseen = false,
  isOff = false,
  onChange,
  ...rest
}: InputFieldProps) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={isUnseen ? 'unseen' : undefined}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        disabled={isOff}
        onChange={({ target }) => onChange(target.value)}
        {...rest}
      />
    </div>
  );
};
