import { words } from '../messages/words.ts';
import { Link } from '../routing/link.tsx';
import { Icon } from '../ui/icons.tsx';

export const UnknownPage = () => (
  <div className="page">
    <h1>{words.failure.unknownPage}</h1>
    <p>
      <Link to="/" className="button">
        {words.failure.home}
      </Link>
    </p>
  </div>
);

export const Broken = () => (
  <div className="page">
    <div className="notice refusal" role="alert">
      <Icon name="warning" />
      <div className="stack">
        <p>{words.failure.broken}</p>
        <p>
          <button type="button" className="button" onClick={() => location.reload()}>
            {words.failure.reload}
          </button>
        </p>
      </div>
    </div>
  </div>
);
