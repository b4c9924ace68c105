type CheckBoxProps = {
  readonly label: string;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
};

export const CheckBox = ({ label, isTicked, onTick }: CheckBoxProps) => (
  <label className="row tick">
    <input type="checkbox" checked={isTicked} onChange={({ target }) => onTick(target.checked)} />
    {label}
  </label>
);
