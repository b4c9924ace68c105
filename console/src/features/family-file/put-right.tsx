import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayNearDay } from '../../time/city-time.rules.ts';
import { type Correction, type Sayers, saidBefore } from './put-right.rules.ts';
import { rightWords } from './put-right-words.ts';

type Props = { readonly corrections: readonly Correction[] | null; readonly sayers: Sayers };

/** Below a record that was put right: what it said before, who changed it and why. */
export const PutRight = ({ corrections, sayers }: Props) =>
  (corrections ?? []).map((correction) => {
    const before = saidBefore(correction, sayers);
    const day = sayNearDay(dayOf(correction.at), dayOf(Date.now()), words.near, language);
    return (
      <p key={correction.id} className="faint note-text">
        {rightWords.correctedOn(correction.by, day)}
        {rightWords.colon}
        {correction.reason}
        {before.length > 0 ? ` · ${rightWords.before(before.join(', '))}` : ''}
      </p>
    );
  });
