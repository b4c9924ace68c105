import { useState } from 'react';
import { words } from '../messages/words.ts';

/** The pages of a list that somebody has opened; another filter begins anew. */
export const usePages = (filter: string) => {
  const [opened, setOpened] = useState<{ filter: string; after: readonly string[] }>({ filter, after: [] });
  const after = opened.filter === filter ? opened.after : [];
  const all: readonly (string | undefined)[] = [undefined, ...after];
  return {
    all,
    last: all.at(-1),
    more: (cursor: string) => setOpened({ filter, after: [...after, cursor] }),
  };
};

type MoreProps = {
  readonly page: { readonly hasNextPage: boolean; readonly endCursor: string | null } | undefined;
  readonly onMore: (cursor: string) => void;
};

export const MorePages = ({ page, onMore }: MoreProps) =>
  page?.hasNextPage ? (
    <p className="list-title no-print">
      <button type="button" className="button" onClick={() => onMore(page.endCursor ?? '')}>
        {words.more}
      </button>
    </p>
  ) : null;
