import { DistrictsToChoose } from '../../graph/asked/districts-to-choose.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { labels } from '../../messages/labels.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { kindOfLeaving, type SplitDraft } from './split.rules.ts';
import { splitWords } from './split-words.ts';

const KINDS = ['LONE_PARENT', 'COUPLE'] as const;

type Props = { readonly draft: SplitDraft; readonly onChange: (more: Partial<SplitDraft>) => void };

/** Where those who leave live, and who brings up their children there. */
export const SplitHome = ({ draft, onChange }: Props) => {
  const { data } = useAnswer(DistrictsToChoose, {});
  const districts = data?.data.districts ?? [];
  return (
    <fieldset className="bare stack">
      <legend className="strong">{splitWords.address}</legend>
      <TextField label={splitWords.street} value={draft.street} onChange={(street) => onChange({ street })} />
      <TextField
        label={splitWords.postalCode}
        value={draft.postalCode}
        onChange={(postalCode) => onChange({ postalCode })}
      />
      <TextField label={splitWords.city} value={draft.city} onChange={(city) => onChange({ city })} />
      <ChoiceField
        label={splitWords.district}
        value={draft.districtId}
        none={splitWords.noDistrict}
        of={districts.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(districtId = '') => onChange({ districtId })}
      />
      <ChoiceField
        label={splitWords.household}
        value={kindOfLeaving(draft)}
        of={KINDS.map((value) => ({ value, label: labels.HouseholdKind[value] }))}
        onChange={(householdKind) => onChange({ householdKind })}
      />
    </fieldset>
  );
};
