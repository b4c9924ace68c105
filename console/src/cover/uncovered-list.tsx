import type { ShownEnums } from '../graph/asked/types.ts';
import { language } from '../messages/language.ts';
import { dayOf, sayDay } from '../time/city-time.rules.ts';
import { CoverChip } from '../ui/cover-chip.tsx';
import { saySpan } from './cover.rules.ts';
import { coverWords } from './words.ts';

type Uncovered = {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: ShownEnums['CoverStatus'];
  readonly milestone: { readonly id: string } | null;
};

const SHOWN = 8;

/** The milestones that a change would leave without care, first to last; how many more there are is said. */
export const UncoveredList = ({ milestones }: { readonly milestones: readonly Uncovered[] }) => (
  <>
    <ul className="stack">
      {milestones.slice(0, SHOWN).map(({ startsAt, endsAt, status, milestone }) => (
        <li key={milestone?.id ?? startsAt} className="row">
          <span className="figures">
            {sayDay(dayOf(startsAt), 'short', language)}, {saySpan({ startsAt, endsAt })}
          </span>
          <CoverChip status={status} />
        </li>
      ))}
    </ul>
    {milestones.length > SHOWN ? <p>{coverWords.andMore(milestones.length - SHOWN)}</p> : null}
  </>
);
