import { useDeferredValue, useState } from 'react';
import { FindFamilies } from '../../graph/asked/find-families.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { ArrivedHeading } from '../../ui/arrived-heading.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { doubleWords } from './words.ts';

const LONG_ENOUGH = 2;

type FoundProps = { readonly search: string; readonly onPick: (reference: string) => void };

const Found = ({ search, onPick }: FoundProps) => {
  const { data: answer, error, refetch } = useAnswer(FindFamilies, { search }, { keepsLast: true });
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { edges, pageInfo } = answer.data.families;
  return (
    <>
      {edges.length === 0 ? <p role="status">{doubleWords.noResult}</p> : null}
      <ul>
        {edges.map(({ node: { id, reference, displayName, district } }) =>
          reference ? (
            <li key={id} className="spread double-found">
              <span>
                <b>{displayName}</b> <span className="faint figures">{reference}</span>{' '}
                <span className="small muted">{district?.name}</span>
              </span>
              <button type="button" className="button dense" onClick={() => onPick(reference)}>
                {doubleWords.choose}
                <span className="unseen">
                  {displayName} {reference}
                </span>
              </button>
            </li>
          ) : null,
        )}
      </ul>
      {pageInfo.hasNextPage ? <p className="small muted">{doubleWords.more}</p> : null}
    </>
  );
};

type PickProps = {
  readonly title: string;
  /** The page has only come: nothing had the focus before. */
  readonly isFirst: boolean;
  readonly onPick: (reference: string) => void;
};

/** One of the two files, looked for by name or reference; the name is written into no address. */
export const PickFile = ({ title, isFirst, onPick }: PickProps) => {
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  return (
    <section className="card double-file" aria-label={title}>
      {isFirst ? <h2>{title}</h2> : <ArrivedHeading level={2}>{title}</ArrivedHeading>}
      <TextField label={doubleWords.look} value={search} onChange={setSearch} />
      {wanted.length >= LONG_ENOUGH ? <Found search={wanted} onPick={onPick} /> : null}
    </section>
  );
};
