import { agencyName } from '../messages/agency.ts';
import { words } from '../messages/words.ts';

/** The agencies that did not hear of a change at once: what they show is as before for a moment. */
export const NotYetTold = ({ agencies }: { readonly agencies: readonly string[] }) =>
  agencies.length > 0 ? (
    <p className="muted" role="status">
      {words.notYetTold(agencies.map(agencyName))}
    </p>
  ) : null;
