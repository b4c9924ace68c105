import { words } from '../messages/words.ts';
import { weekInWords } from '../time/week.rules.ts';
import { keptOf, type Terms } from './kept.rules.ts';

/** How many places each section keeps for emergencies, and in which hours of a week. */
export const KeptList = ({ terms }: { readonly terms: Terms }) => {
  const kept = keptOf(terms);
  if (kept.length === 0) return <p className="small muted">{words.kept.none}</p>;
  return (
    <ul className="dated">
      {kept.map(({ section, places, lines }) => (
        <li key={`${section.id} ${places}`} className="small">
          {words.titled(section.name)} <b>{words.kept.places(places)}</b>,{' '}
          <span className="figures">{weekInWords(lines, words.weekdays).join(' ; ')}</span>
        </li>
      ))}
    </ul>
  );
};
