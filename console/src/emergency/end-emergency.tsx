import { EndEmergency } from '../graph/asked/end-emergency.ts';
import { change, useChange } from '../graph/change.ts';
import { words } from '../messages/words.ts';
import { Problem } from '../ui/problem.tsx';
import type { Emergency } from './own-emergencies.ts';
import { emergencyWords } from './words.ts';

/** Whoever has read enough closes the file again before its time. */
export const EndButton = ({ emergency }: { readonly emergency: Emergency }) => {
  const { isBusy, problem, make } = useChange();
  const input = { breakGlassId: emergency.id, version: emergency.version };
  const end = () =>
    make(
      change(EndEmergency, { input }, (data) => data.endBreakGlass),
      emergencyWords.ended,
    );
  return (
    <>
      <button
        type="button"
        className="button dense no-print"
        aria-disabled={isBusy}
        onClick={isBusy ? undefined : () => void end()}
      >
        {isBusy ? words.sending : emergencyWords.end}
      </button>
      <Problem said={problem} />
    </>
  );
};
