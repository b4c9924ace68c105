import { Link } from '@tanstack/react-router';
import { words } from '../messages/words.ts';
import { hasGraphiql } from './graphiql.ts';
import { maySearchFamilies } from './places.rules.ts';
import { usePerson } from './use-session.ts';

/** For a role that has no screen of its own yet: what serves it today. */
export const QueriesPage = () => {
  const person = usePerson();
  if (!person) return null;
  return (
    <div className="page narrow">
      <h1>{words.honest.title(person.name)}</h1>
      <p>{words.honest.lead}</p>
      <div className="card honest">
        {hasGraphiql ? <p>{words.honest.may[person.role]}</p> : null}
        <p className="muted">{hasGraphiql ? words.honest.queries : words.honest.noQueries}</p>
        <p className="row">
          {maySearchFamilies(person.role) ? (
            <Link to="/families" search={{ find: 'yes' }} className="button primary">
              {words.shell.search}
            </Link>
          ) : null}
          {hasGraphiql ? (
            <a className="button" href="/graphiql">
              {words.honest.openQueries}
            </a>
          ) : null}
        </p>
      </div>
    </div>
  );
};
