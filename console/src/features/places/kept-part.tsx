import type { PlacesOfDayQuery } from '../../graph/asked/types.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { sayDay } from '../../time/city-time.rules.ts';
import { useDialog } from '../../ui/dialogs.tsx';
import { keptToCome, termsOn } from '../../ui/kept.rules.ts';
import { KeptList } from '../../ui/kept-list.tsx';
import { KeepForm } from './keep-form.tsx';
import { placesWords } from './words.ts';

export type OfCentre = NonNullable<PlacesOfDayQuery['centre']>;

type Props = { readonly centre: OfCentre; readonly date: string };

/** What the centre keeps for emergencies on the day that is looked at, what is decided from later on, and the way to decide it. */
export const KeptPart = ({ centre, date }: Props) => {
  const open = useDialog();
  const later = keptToCome(centre).filter(({ from }) => from > date);
  return (
    <div className="places-kept">
      <div className="spread">
        <h3>{words.kept.title}</h3>
        <button
          type="button"
          className="button dense no-print"
          onClick={() => open((close) => <KeepForm centre={centre} date={date} onClose={close} />)}
        >
          {placesWords.keep}
        </button>
      </div>
      <KeptList terms={termsOn(centre, date)} />
      {later.map((terms) => (
        <div key={terms.from}>
          <p className="small strong">{words.kept.from(sayDay(terms.from, 'date', language))}</p>
          <KeptList terms={terms} />
        </div>
      ))}
    </div>
  );
};
