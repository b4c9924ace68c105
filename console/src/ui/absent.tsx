import type { Known } from '../graph/known.rules.ts';
import { words } from '../messages/words.ts';
import { Icon } from './icons.tsx';

/** Whose information it is. */
export type Owner = keyof typeof words.absent.owners;

const whyNotShared = (because: string | undefined, owner: Owner): string => {
  if (because === 'OBJECTION') return words.absent.objection;
  if (because === 'RESTRICTED') return words.absent.restricted;
  return words.absent.role(words.absent.owners[owner]);
};

const NotShared = ({ because, owner }: { readonly because: string | undefined; readonly owner: Owner }) => (
  <div className="not-shared">
    <Icon name="lock" />
    <div>
      <p className="strong">{words.absent.notShared}</p>
      <p>{whyNotShared(because, owner)}</p>
    </div>
  </div>
);

const Away = ({ owner, onAgain }: { readonly owner: Owner; readonly onAgain: () => void }) => (
  <div className="notice">
    <Icon name="away" />
    <div>
      <p className="strong">{words.absent.away}</p>
      <p>{words.absent.awayText(words.absent.owners[owner])}</p>
      <button type="button" className="button plain" onClick={onAgain}>
        {words.again}
      </button>
    </div>
  </div>
);

export const AwayTag = () => (
  <span className="away-tag">
    <Icon name="away" />
    {words.absent.away}
  </span>
);

export const NotSharedTag = () => (
  <span className="not-shared small-tag">
    <Icon name="lock" />
    {words.absent.notShared}
  </span>
);

type Absence = Exclude<Known<unknown>, { readonly is: 'known' }>;

/** In a line: a word or two. */
export const AbsentTag = ({ part, none }: { readonly part: Absence; readonly none: string }) => {
  if (part.is === 'away') return <AwayTag />;
  if (part.is === 'not-shared') return <NotSharedTag />;
  return <span className="faint">{none}</span>;
};

type BlockProps = {
  readonly part: Absence;
  readonly none: string;
  readonly owner: Owner;
  readonly onAgain: () => void;
};

/** In place of a whole part of a page: none, not shared and away read and look differently. */
export const AbsentBlock = ({ part, none, owner, onAgain }: BlockProps) => {
  if (part.is === 'away') return <Away owner={owner} onAgain={onAgain} />;
  if (part.is === 'not-shared') return <NotShared because={part.because} owner={owner} />;
  return <p className="faint">{none}</p>;
};

/** Below a list that may hold more than is shown. */
export const PartialNote = ({ part }: { readonly part: Known<unknown> }) =>
  part.is === 'known' && part.isPartial ? (
    <p className="faint row">
      <Icon name="lock" />
      {words.absent.partial}
    </p>
  ) : null;
