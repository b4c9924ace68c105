import type { RulesOfCityQuery } from '../../graph/asked/types.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { dayOf, sayDay } from '../../time/city-time.rules.ts';
import { keptToCome } from '../../ui/kept.rules.ts';
import { KeptList } from '../../ui/kept-list.tsx';
import { cityWords } from './words.ts';

type Centre = RulesOfCityQuery['centres'][number];
type Props = { readonly centres: readonly Centre[]; readonly mayDecide: boolean };

const keepsAny = (centre: Centre): boolean =>
  centre.emergencyPlaces.length > 0 || keptToCome(centre).length > 0;

/** Which centres keep places for emergencies, and when that changes. */
export const KeptOfCity = ({ centres, mayDecide }: Props) => {
  const keeping = centres.filter(keepsAny);
  return (
    <section className="card city-part" aria-labelledby="city-kept">
      <h2 id="city-kept">{words.kept.title}</h2>
      <p className="small muted">
        {keeping.length > 0 ? cityWords.keptLead : cityWords.keptNone} {mayDecide ? cityWords.keptWhere : ''}
      </p>
      <ul className="stack">
        {keeping.map((centre) => (
          <li key={centre.id}>
            <p className="row">
              <b>{centre.name}</b>
              {mayDecide ? (
                <Link
                  to="/places"
                  search={{ centre: centre.id, day: dayOf(Date.now()) }}
                  className="small no-print"
                >
                  {cityWords.openPlaces}
                  <span className="unseen">{centre.name}</span>
                </Link>
              ) : null}
            </p>
            <KeptList terms={centre} />
            {keptToCome(centre).map((terms) => (
              <div key={terms.from}>
                <p className="small strong">{words.kept.from(sayDay(terms.from, 'date', language))}</p>
                <KeptList terms={terms} />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
};
