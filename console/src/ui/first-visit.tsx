import { useState } from 'react';
import { words } from '../messages/words.ts';
import { keepWish, wish } from './wishes.ts';

type FirstVisitProps = { readonly page: string; readonly sentences: readonly string[] };

/** Three sentences at somebody's first visit, and never again once dismissed. */
export const FirstVisit = ({ page, sentences }: FirstVisitProps) => {
  const [isSeen, setSeen] = useState(wish(`seen-${page}`) !== null);
  if (isSeen) return null;
  const dismiss = () => {
    keepWish(`seen-${page}`, 'yes');
    setSeen(true);
  };
  return (
    <aside className="card first-visit" aria-label={words.first.title}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <button type="button" className="button dense" onClick={dismiss}>
        {words.first.gotIt}
      </button>
    </aside>
  );
};
