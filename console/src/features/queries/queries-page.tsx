import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { hasGraphiql } from '../../shell/graphiql.ts';
import { maySearchFamilies } from '../../shell/places.rules.ts';
import { usePerson } from '../../shell/use-session.ts';
import { queriesWords } from './words.ts';

/** For a role that has no screen of its own yet: what serves it today. */
export const QueriesPage = () => {
  const person = usePerson();
  if (!person) return null;
  return (
    <div className="page narrow">
      <h1>{queriesWords.title(person.name)}</h1>
      <p>{queriesWords.lead}</p>
      <div className="card honest">
        {hasGraphiql ? <p>{queriesWords.may[person.role]}</p> : null}
        <p className="muted">{hasGraphiql ? queriesWords.queries : queriesWords.noQueries}</p>
        <p className="row">
          {maySearchFamilies(person.role) ? (
            <Link to="/families" search={{ find: 'yes' }} className="button primary">
              {words.shell.search}
            </Link>
          ) : null}
          {hasGraphiql ? (
            <a className="button" href="/graphiql">
              {queriesWords.openQueries}
            </a>
          ) : null}
        </p>
      </div>
    </div>
  );
};
