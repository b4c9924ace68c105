import { useRef, useState } from 'react';
import { saySpan } from '../../cover/cover.rules.ts';
import { KeepPlaces } from '../../graph/asked/keep-places.ts';
import { PlacesOfDay } from '../../graph/asked/places-of-day.ts';
import type { KeepPlacesMutation } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { answerOf, answers } from '../../graph/use-answer.ts';
import { useSeen } from '../../graph/use-seen.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, isDay, sayDay } from '../../time/city-time.rules.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { InputField } from '../../ui/input-field.tsx';
import { type KeptDraft, keptDrafts, keptLines, lackOfKept, newKept, termsOn } from '../../ui/kept.rules.ts';
import { KeptList } from '../../ui/kept-list.tsx';
import { useUnsavedDraft } from '../../ui/use-unsaved.ts';
import { KeptLine } from './kept-line.tsx';
import type { OfCentre } from './kept-part.tsx';
import { placesWords } from './words.ts';

type Decided = NonNullable<KeepPlacesMutation['changeCentre']>;
type Props = { readonly centre: OfCentre; readonly date: string; readonly onClose: () => void };

/** From the day that is looked at, or today; after what is decided already, which would stand in the way. */
const firstDay = ({ toCome }: OfCentre, date: string): string =>
  [date, dayOf(Date.now()), toCome.at(-1)?.from ?? ''].sort().at(-1) ?? date;

const readCentre = async (id: string, date: string): Promise<OfCentre | null> =>
  (await answers.fetchQuery({ ...answerOf(PlacesOfDay, { id, date }), staleTime: 0 })).data.centre;

const useKeeping = ({ centre, date, onClose }: Props) => {
  const [from, setFrom] = useState(() => firstDay(centre, date));
  const [lines, setLines] = useState(() => keptDrafts(termsOn(centre, from)));
  useUnsavedDraft(lines);
  const [inTheWay, setInTheWay] = useState<Decided['bookingsInTheWay']>([]);
  const { seen, isOtherNow, lookAgain } = useSeen(centre, () => readCentre(centre.id, date));
  const { isBusy, problem, make, setProblem } = useChange();
  const sendIt = async () => {
    const input = { centreId: seen.id, version: seen.version, from, emergencyPlaces: keptLines(lines) };
    const changed = await change(KeepPlaces, { input }, (data) => data.changeCentre);
    const { payload } = changed;
    setInTheWay(payload?.bookingsInTheWay ?? []);
    await lookAgain(payload);
    return changed;
  };
  const send = async () => {
    const lack = isDay(from) ? lackOfKept(lines, termsOn(seen, from)) : 'DAY';
    if (lack) return setProblem(placesWords.keptLacks[lack]);
    if (await make(sendIt(), placesWords.decided)) onClose();
  };
  const edited = () => {
    setProblem(undefined);
    setInTheWay([]);
  };
  return {
    ...{ from, lines, seen, isOtherNow, inTheWay, isBusy, problem, send },
    setFrom: (day: string) => {
      edited();
      setFrom(day);
    },
    setLines: (next: readonly KeptDraft[]) => {
      edited();
      setLines(next);
    },
  };
};

const InTheWay = ({ bookings }: { readonly bookings: Decided['bookingsInTheWay'] }) =>
  bookings.length === 0 ? null : (
    <div>
      <p className="strong small">{placesWords.inTheWay}</p>
      <ul className="dated">
        {bookings.map(({ id, startsAt, endsAt, child, family }) => (
          <li key={id} className="small">
            <span className="figures">
              {sayDay(dayOf(startsAt), 'short', language)}, {saySpan({ startsAt, endsAt })}
            </span>{' '}
            {[child.firstName, family?.displayName, family?.reference].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </div>
  );

/** Which places the city voted to keep, from which day on: all of them at once, as the graph takes them. */
export const KeepForm = (props: Props) => {
  const { from, setFrom, lines, setLines, seen, isOtherNow, inTheWay, isBusy, problem, send } =
    useKeeping(props);
  const { sections } = termsOn(seen, from);
  const add = useRef<HTMLButtonElement>(null);
  return (
    <FormDialog
      title={words.about(words.kept.title, seen.name)}
      lead={placesWords.keepLead}
      send={placesWords.decide}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void send()}
      onClose={props.onClose}
    >
      {isOtherNow ? (
        <div className="notice" role="status">
          <div className="stack">
            <p className="strong">{placesWords.otherNow}</p>
            <KeptList terms={termsOn(seen, from)} />
          </div>
        </div>
      ) : null}
      <InputField label={placesWords.keptFrom} type="date" value={from} onChange={setFrom} />
      {lines.length === 0 ? <p className="muted">{placesWords.keepsNone}</p> : null}
      <ul className="stack">
        {lines.map((line, index) => (
          <KeptLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is nothing but its place until it is sent
            key={index}
            number={index + 1}
            line={line}
            sections={sections}
            onChange={(next) => setLines(lines.map((each, at) => (at === index ? next : each)))}
            onRemove={() => {
              setLines(lines.filter((_, at) => at !== index));
              add.current?.focus();
            }}
          />
        ))}
      </ul>
      <p>
        <button
          type="button"
          ref={add}
          className="button dense"
          onClick={() => setLines([...lines, newKept(sections[0]?.id ?? '')])}
        >
          {placesWords.addKept}
        </button>
      </p>
      <InTheWay bookings={inTheWay} />
    </FormDialog>
  );
};
