import type { Known } from '../../graph/known.rules.ts';
import { Link } from '../../routing/link.tsx';
import { maySearchFamilies } from '../../shell/places.rules.ts';
import { usePerson } from '../../shell/use-session.ts';
import { AbsentTag } from '../../ui/absent.tsx';
import { inboxWords } from './words.ts';

type OfFile = { readonly reference: string | null; readonly displayName: string | null };

export const nameOf = (family: OfFile | null): string => family?.displayName ?? inboxWords.hidden;

/** The family, as the way to its file for whoever opens files. */
export const WhoseFile = ({ part }: { readonly part: Known<OfFile> }) => {
  const person = usePerson();
  if (part.is !== 'known') return <AbsentTag part={part} none={inboxWords.hidden} />;
  const { reference } = part.value;
  if (!reference || !person || !maySearchFamilies(person.role)) return <b>{nameOf(part.value)}</b>;
  return (
    <Link to="/families/$reference" params={{ reference }} className="strong" data-row>
      {nameOf(part.value)}
    </Link>
  );
};
