import { dayOf } from '../../time/city-time.rules.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { InputField } from '../../ui/input-field.tsx';
import type { Family } from './file-page.tsx';
import type { ObjectionDraft } from './support.rules.ts';
import { supportWords } from './support-words.ts';

type Said = Pick<ObjectionDraft, 'saidBy' | 'saidOn' | 'toldTo'>;

type Props = {
  readonly family: Family;
  readonly said: Said;
  readonly ownSub: string | undefined;
  readonly onChange: (more: Partial<Said>) => void;
};

export const fullName = (adult: {
  readonly firstName: string | null;
  readonly lastName: string | null;
}): string => [adult.firstName, adult.lastName].filter(Boolean).join(' ');

/** Who of the family said it, on which day, and to whom of the team. */
export const SaidFields = ({ family, said, ownSub, onChange }: Props) => {
  const colleagues = (family.supportTeam ?? []).flatMap(({ professional }) =>
    professional && professional.sub !== ownSub ? [professional] : [],
  );
  return (
    <>
      {family.adults === null ? <p className="wrong small">{supportWords.adultsUnread}</p> : null}
      <ChoiceField
        label={supportWords.who}
        value={said.saidBy}
        none={supportWords.choose}
        of={(family.adults ?? []).map((adult) => ({ value: adult.id, label: fullName(adult) }))}
        onChange={(saidBy = '') => onChange({ saidBy })}
      />
      <InputField
        label={supportWords.on}
        type="date"
        value={said.saidOn}
        max={dayOf(Date.now())}
        onChange={(saidOn) => onChange({ saidOn })}
      />
      <ChoiceField
        label={supportWords.toWhom}
        value={said.toldTo}
        none={supportWords.myself}
        of={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(toldTo = '') => onChange({ toldTo })}
      />
    </>
  );
};
