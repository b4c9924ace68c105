import { DistrictsToChoose } from '../graph/asked/districts-to-choose.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { words } from '../messages/words.ts';

type DistrictFieldProps = {
  readonly value: string | undefined;
  readonly onChange: (districtId: string | undefined) => void;
};

/** One district, or the whole city. */
export const DistrictField = ({ value, onChange }: DistrictFieldProps) => {
  const { data } = useAnswer(DistrictsToChoose, {});
  return (
    <label className="find-name">
      <span className="unseen">{words.district}</span>
      <select
        className="input"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value || undefined)}
      >
        <option value="">{words.everywhere}</option>
        {(data?.data.districts ?? []).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};
