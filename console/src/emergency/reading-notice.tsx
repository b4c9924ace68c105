import { timeOf } from '../time/city-time.rules.ts';
import { Icon } from '../ui/icons.tsx';
import { endOf, isOpenAt } from './emergency.rules.ts';
import { EndButton } from './end-emergency.tsx';
import type { Emergency } from './own-emergencies.ts';
import { emergencyWords } from './words.ts';

/** Above a file that is read in an emergency, and in its place once that is over. */
export const ReadingNotice = ({ emergency }: { readonly emergency: Emergency | undefined }) => {
  if (!emergency) return null;
  const isOpen = isOpenAt(emergency, Date.now());
  const end = timeOf(endOf(emergency));
  return (
    <div className="notice" role="status">
      <Icon name={isOpen ? 'warning' : 'lock'} />
      <div>
        <p className="strong">{isOpen ? emergencyWords.reading(end) : emergencyWords.ended}</p>
        <p>{isOpen ? emergencyWords.readingText : emergencyWords.over(end)}</p>
        {isOpen ? <EndButton emergency={emergency} /> : null}
      </div>
    </div>
  );
};
