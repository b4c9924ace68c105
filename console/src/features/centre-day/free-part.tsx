import { words } from '../../messages/words.ts';
import { timeOf } from '../../time/city-time.rules.ts';
import { spansOf } from '../../time/spans.rules.ts';
import type { Day } from './child.ts';
import { dayWords } from './words.ts';

type HalfHour = Day['sections'][number]['halfHours'][number];

const alike = ({ expectedChildren, freePlaces }: HalfHour): string => `${expectedChildren} ${freePlaces}`;

/** How many are expected and how many places are free, section by section, as it changes over the day. */
export const FreePart = ({ of, section }: { readonly of: Day; readonly section: string | undefined }) => {
  const shown = of.sections.filter(
    (each) => each.halfHours.length > 0 && (!section || each.section.id === section),
  );
  if (shown.length === 0) return null;
  return (
    <details className="card door-free">
      <summary className="strong">{dayWords.free}</summary>
      <div className="door-free-sections">
        {shown.map(({ section: { id, name }, halfHours }) => (
          <div key={id}>
            <p className="small strong">{name}</p>
            <ul className="dated">
              {spansOf(halfHours, alike).map(({ startsAt, endsAt, expectedChildren, freePlaces }) => (
                <li key={startsAt} className="small figures">
                  {words.titled(`${timeOf(startsAt)} – ${timeOf(endsAt)}`)}{' '}
                  {dayWords.children(expectedChildren)}, <b>{dayWords.freePlaces(freePlaces)}</b>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  );
};
