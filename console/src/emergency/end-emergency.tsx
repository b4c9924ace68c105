import { EndEmergency } from '../graph/asked/end-emergency.ts';
import { change, useChange } from '../graph/change.ts';
import { words } from '../messages/words.ts';
import { keepPlace } from '../ui/keep-place.ts';
import { Problem } from '../ui/problem.tsx';
import type { Emergency } from './own-emergencies.ts';
import { emergencyWords } from './words.ts';

type EndProps = { readonly emergency: Emergency; readonly name?: string };

/** Whoever has read enough closes the file again before its time. */
export const EndButton = ({ emergency, name }: EndProps) => {
  const { isBusy, problem, make } = useChange();
  const input = { breakGlassId: emergency.id, version: emergency.version };
  const end = async () => {
    const button = document.activeElement;
    const ended = await make(
      change(EndEmergency, { input }, (data) => data.endBreakGlass),
      emergencyWords.ended,
    );
    if (ended) keepPlace(button);
  };
  return (
    <>
      <button
        type="button"
        className="button dense no-print"
        aria-disabled={isBusy}
        onClick={isBusy ? undefined : () => void end()}
      >
        {isBusy ? words.sending : emergencyWords.end}
        {name ? <span className="unseen">{name}</span> : null}
      </button>
      <Problem said={problem} />
    </>
  );
};
