import { timeOf } from '../time/city-time.rules.ts';
import { ArrivedHeading } from '../ui/arrived-heading.tsx';
import { Icon } from '../ui/icons.tsx';
import { endOf, isOpenAt } from './emergency.rules.ts';
import { EndButton } from './end-emergency.tsx';
import type { Emergency } from './own-emergencies.ts';
import { emergencyWords } from './words.ts';

type NoticeProps = {
  readonly emergency: Emergency | undefined;
  /** It could not be read whether there is one. */
  readonly isUnread: boolean;
};

/** Above a file that is read in an emergency, and in its place once that is over. */
export const ReadingNotice = ({ emergency, isUnread }: NoticeProps) => {
  if (isUnread)
    return (
      <p className="notice" role="status">
        <Icon name="away" />
        {emergencyWords.unread}
      </p>
    );
  if (!emergency) return null;
  const isOpen = isOpenAt(emergency, Date.now());
  const end = timeOf(endOf(emergency));
  return (
    <div className="notice" role="status">
      <Icon name={isOpen ? 'warning' : 'lock'} />
      <div>
        {isOpen ? (
          <p className="strong">{emergencyWords.reading(end)}</p>
        ) : (
          <ArrivedHeading level={2}>{emergencyWords.ended}</ArrivedHeading>
        )}
        <p>{isOpen ? emergencyWords.readingText : emergencyWords.over(end)}</p>
        {isOpen ? <EndButton emergency={emergency} /> : null}
      </div>
    </div>
  );
};
