import { useState } from 'react';
import { known } from '../../graph/known.rules.ts';
import { words } from '../../messages/words.ts';
import { AwayTag } from '../../ui/absent.tsx';
import { Icon } from '../../ui/icons.tsx';
import { type Attention, toSettleOf } from './file.rules.ts';
import type { PartProps } from './file-page.tsx';
import { fileWords } from './words.ts';

const SHOWN = 3;

/** It leads to what it is about where that is on the page. */
const Item = ({ item }: { readonly item: Attention }) => {
  const go = (event: React.MouseEvent) => {
    const target = document.getElementById(`about-${item.subjectId}`);
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  };
  return (
    <li>
      <a href={`#about-${item.subjectId}`} onClick={go}>
        {item.sentence}
      </a>
    </li>
  );
};

const titleOf = (count: number, isAtLeast: boolean): string => {
  if (count > 0) return fileWords.toSettle(count, isAtLeast);
  return isAtLeast ? fileWords.unknownToSettle : fileWords.nothingToSettle;
};

/** What three agencies want done for the family, in one strip; a counter with one away says "at least". */
export const ToSettle = ({ answer, family }: PartProps) => {
  const [showsAll, setShowsAll] = useState(false);
  const { items, isAtLeast } = toSettleOf([
    known(answer, ['family', 'careAttention'], family.careAttention),
    known(answer, ['family', 'jobSearchAttention'], family.jobSearchAttention),
    known(answer, ['family', 'benefitsAttention'], family.benefitsAttention),
  ]);
  const isQuiet = items.length === 0 && !isAtLeast;
  return (
    <section className={`to-settle${isQuiet ? ' quiet' : ''}`} aria-label={titleOf(items.length, isAtLeast)}>
      <p className="to-settle-title">
        <Icon name={isQuiet ? 'check' : 'warning'} />
        {titleOf(items.length, isAtLeast)}
      </p>
      <ul>
        {items.slice(0, showsAll ? items.length : SHOWN).map((item) => (
          <Item key={item.id} item={item} />
        ))}
        {isAtLeast ? (
          <li>
            <AwayTag />
          </li>
        ) : null}
      </ul>
      {items.length > SHOWN && !showsAll ? (
        <button type="button" className="button plain" onClick={() => setShowsAll(true)}>
          {words.moreToSettle(items.length - SHOWN)}
        </button>
      ) : null}
    </section>
  );
};
