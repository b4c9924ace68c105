import { BOXES, type InboxSearch } from '../../searches.rules.ts';
import { FirstVisit } from '../../ui/first-visit.tsx';
import { ReferralsPart } from './referrals-part.tsx';
import { RequestsPart } from './requests-part.tsx';
import { inboxWords } from './words.ts';

type Props = { readonly search: InboxSearch; readonly onSearch: (search: InboxSearch) => void };

/** What colleagues entrust to each other, and who asks to follow a family. */
export const InboxPage = ({ search, onSearch }: Props) => {
  const box = search.box ?? 'received';
  return (
    <div className="page">
      <div>
        <h1>{inboxWords.title}</h1>
        <p className="muted">{inboxWords.lead}</p>
      </div>
      <FirstVisit page="inbox" sentences={inboxWords.firstVisit} />
      <fieldset className="filters no-print">
        <legend className="unseen">{inboxWords.filter}</legend>
        {BOXES.map((each) => (
          <button
            key={each}
            type="button"
            className="pill"
            aria-pressed={each === box}
            onClick={() => onSearch({ box: each })}
          >
            {inboxWords.boxes[each]}
          </button>
        ))}
      </fieldset>
      <ReferralsPart key={`referrals ${box}`} box={box} />
      <RequestsPart key={`requests ${box}`} box={box} />
    </div>
  );
};
