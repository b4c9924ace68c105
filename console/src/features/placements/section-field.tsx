import { SectionsToChoose } from '../../graph/asked/sections-to-choose.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import type { Placement } from './chosen-placement.tsx';
import { centresToChoose, type Draft } from './placements.rules.ts';
import { placementWords } from './words.ts';

type Chosen = Pick<Draft, 'centreId' | 'sectionId'>;
type SectionFieldProps = Chosen & {
  readonly placement: Placement;
  readonly onChange: (chosen: Chosen) => void;
};

type Section = {
  readonly id: string;
  readonly name: string;
  readonly minAgeMonths?: number;
  readonly maxAgeMonths?: number;
};

const labelOf = ({ name, minAgeMonths, maxAgeMonths }: Section): string =>
  minAgeMonths === undefined || maxAgeMonths === undefined
    ? name
    : placementWords.section(name, minAgeMonths, maxAgeMonths);

/** Where the child goes from then on: the same section, or another one, of any centre; at another one nobody chooses it but who looks. */
export const SectionField = ({ placement, centreId, sectionId, onChange }: SectionFieldProps) => {
  const { data: answer, error, refetch } = useAnswer(SectionsToChoose, {});
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { centre, ...section } = placement.section;
  const own: { readonly id: string; readonly name: string; readonly sections: readonly Section[] } = {
    ...centre,
    sections: [section],
  };
  const centres = centresToChoose(answer.data.centres, own);
  const here = centres.find(({ id }) => id === (centreId ?? own.id)) ?? own;
  const isOwn = here.id === own.id;
  return (
    <div className="placement-days">
      <ChoiceField
        label={placementWords.toCentre}
        value={here.id}
        of={centres.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => onChange({ centreId: id === own.id ? undefined : id, sectionId: undefined })}
      />
      <ChoiceField
        label={placementWords.toSection}
        value={sectionId ?? (isOwn ? section.id : '')}
        {...(!isOwn && { none: placementWords.chooseSection })}
        of={here.sections.map((each) => ({ value: each.id, label: labelOf(each) }))}
        onChange={(id) => onChange({ centreId, sectionId: id === section.id ? undefined : id })}
      />
    </div>
  );
};
