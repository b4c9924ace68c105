import { words } from '../messages/words.ts';
import { Link } from '../routing/link.tsx';
import { NothingYet } from './nothing-yet.tsx';

/** The lists of the city have not been imported, or name no centre that is whole. */
export const NoCentres = () => (
  <NothingYet said={words.noCentres} next={words.noCentresNext}>
    <Link to="/incomplete" className="button">
      {words.shell.incomplete}
    </Link>
  </NothingYet>
);
