import { useState } from 'react';
import { WhomToName } from '../../graph/asked/whom-to-name.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { agencyName } from '../../messages/agency.ts';
import { ArrivedHeading } from '../../ui/arrived-heading.tsx';
import { NotRead } from '../../ui/read-page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { type Named, roleOf, type Target } from './entrust.rules.ts';
import { fileWords } from './words.ts';

const LONG_ENOUGH = 2;
const SETTLED_MS = 250;

type FoundProps = {
  readonly search: string;
  readonly target: Target;
  readonly onName: (named: Named) => void;
};

const Found = ({ search, target, onName }: FoundProps) => {
  const asked = { search, role: roleOf(target) };
  const { data: answer, error, refetch } = useAnswer(WhomToName, asked);
  if (!answer) return <NotRead error={error} onAgain={() => void refetch()} />;
  const { edges, pageInfo } = answer.data.professionals;
  return (
    <>
      {edges.length === 0 ? <p role="status">{fileWords.nobodyFound}</p> : null}
      <ul>
        {edges.map(({ node: { id, name, agency, place, isAbsent, standIn } }) => (
          <li key={id} className="spread">
            <span>
              <b>{name}</b>{' '}
              <span className="small muted">
                {[agencyName(agency), place].filter(Boolean).join(' · ')}
                {isAbsent ? ` · ${fileWords.absent(standIn?.name)}` : ''}
              </span>
            </span>
            <button type="button" className="button dense" onClick={() => onName({ id, name })}>
              {fileWords.choose}
              <span className="unseen">{name}</span>
            </button>
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage ? <p className="small muted">{fileWords.moreFound}</p> : null}
    </>
  );
};

type Props = {
  readonly target: Target;
  readonly named: Named | undefined;
  readonly onName: (named: Named | undefined) => void;
};

/** Somebody of the directory, looked for by name. */
export const NameSomebody = ({ target, named, onName }: Props) => {
  const [search, setSearch] = useState('');
  const wanted = useSettled(search.trim(), SETTLED_MS);
  if (named)
    return (
      <div className="row">
        <ArrivedHeading level={3}>{fileWords.inParticular(named.name)}</ArrivedHeading>
        <button type="button" className="button plain dense" onClick={() => onName(undefined)}>
          {fileWords.anotherOne}
        </button>
      </div>
    );
  return (
    <>
      <TextField
        label={target === 'ADVISOR' ? fileWords.whichAdvisor : fileWords.somebody}
        hint={fileWords.somebodyHint}
        value={search}
        onChange={setSearch}
      />
      {wanted.length >= LONG_ENOUGH ? <Found search={wanted} target={target} onName={onName} /> : null}
    </>
  );
};
