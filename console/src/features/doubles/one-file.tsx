import type { TwoFilesQuery } from '../../graph/asked/types.ts';
import { type Answer, known } from '../../graph/known.rules.ts';
import { language } from '../../messages/language.ts';
import { sayDay } from '../../time/city-time.rules.ts';
import { AbsentTag } from '../../ui/absent.tsx';
import { ArrivedHeading } from '../../ui/arrived-heading.tsx';
import { doubleWords } from './words.ts';

export type Family = NonNullable<TwoFilesQuery['keep']>;
type Child = NonNullable<Family['children']>[number];

export const nameOf = ({
  firstName,
  lastName,
}: {
  readonly firstName: string | null;
  readonly lastName: string | null;
}): string => [firstName, lastName].filter(Boolean).join(' ');

const day = (of: string) => sayDay(of, 'date', language);

const birthOf = ({ birthDate, expectedDate }: Child): string => {
  if (birthDate) return doubleWords.born(day(birthDate));
  return expectedDate ? doubleWords.expected(day(expectedDate)) : '';
};

type FileProps = {
  readonly title: string;
  readonly side: 'keep' | 'drop';
  readonly family: Family;
  readonly answer: Answer<TwoFilesQuery>;
  readonly onAnother: () => void;
};

/** One of the two files: whose it is, and who is in it. */
export const OneFile = ({ title, side, family, answer, onAnother }: FileProps) => {
  const adults = known(answer, [side, 'adults'], family.adults);
  const children = known(answer, [side, 'children'], family.children);
  return (
    <section className="card double-file" aria-label={title}>
      <ArrivedHeading level={2}>
        <span className="muted">{title} :</span> {family.displayName}
      </ArrivedHeading>
      <p className="muted">
        <span className="figures">{family.reference}</span> · {family.district?.name}
      </p>
      <h3>{doubleWords.adults}</h3>
      {adults.is === 'known' ? (
        <ul>
          {adults.value.map((adult) => (
            <li key={adult.id}>{nameOf(adult)}</li>
          ))}
        </ul>
      ) : (
        <AbsentTag part={adults} none={doubleWords.none} />
      )}
      <h3>{doubleWords.children}</h3>
      {children.is === 'known' ? (
        <ul>
          {children.value.map((child) => (
            <li key={child.id}>
              {nameOf(child)} <span className="muted small">{birthOf(child)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <AbsentTag part={children} none={doubleWords.none} />
      )}
      <p className="no-print">
        <button type="button" className="button dense" onClick={onAnother}>
          {doubleWords.another}
          <span className="unseen">{title}</span>
        </button>
      </p>
    </section>
  );
};
