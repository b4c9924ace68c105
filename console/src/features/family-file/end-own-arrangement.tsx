import { useState } from 'react';
import { saySpan } from '../../cover/cover.rules.ts';
import { UncoveredList } from '../../cover/uncovered-list.tsx';
import { EndOrLookAtArrangement } from '../../graph/asked/end-or-look-at-arrangement.ts';
import { RemoveOrLookAtArrangement } from '../../graph/asked/remove-or-look-at-arrangement.ts';
import type { EndOrLookAtArrangementMutation } from '../../graph/asked/types.ts';
import { type Changed, change, useChange } from '../../graph/change.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { dayOf, sayDay } from '../../time/city-time.rules.ts';
import { weekInWords } from '../../time/week.rules.ts';
import { ArrivedHeading } from '../../ui/arrived-heading.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { InputField } from '../../ui/input-field.tsx';
import type { Family } from './file-page.tsx';
import { isDated } from './own-arrangements.rules.ts';
import { fileWords } from './words.ts';

export type Child = NonNullable<Family['children']>[number];
export type Arrangement = NonNullable<Child['ownArrangements']>[number];

const sayArrangement = ({ kind, weekday, from, to, startsAt, endsAt }: Arrangement): string => {
  const who = labels.OwnArrangementKind[kind];
  if (weekday && from && to)
    return `${who}, ${weekInWords([{ weekday, from, to }], words.weekdays).join('')}`;
  if (!startsAt || !endsAt) return who;
  return `${who}, ${sayDay(dayOf(startsAt), 'short', language)}, ${saySpan({ startsAt, endsAt })}`;
};

type Ended = NonNullable<EndOrLookAtArrangementMutation['endOwnArrangement']>;
type Taken = Pick<Ended, 'uncoveredMilestones'> & { readonly refusal: { readonly message: string } | null };

type Sent = { readonly chosen: Arrangement; readonly from: string; readonly preview: boolean };

/** What comes each week ends from a day on; what is of one day is taken away, and its past stays. */
const sendEnd = ({ chosen, from, preview }: Sent): Promise<Changed<Taken>> => {
  const input = { ownArrangementId: chosen.id, version: chosen.version, preview };
  return isDated(chosen)
    ? change(RemoveOrLookAtArrangement, { input }, (data) => data.removeOwnArrangement)
    : change(EndOrLookAtArrangement, { input: { ...input, from } }, (data) => data.endOwnArrangement);
};

const saidOf = ({ chosen, preview }: Sent): string => {
  if (preview) return '';
  return isDated(chosen) ? fileWords.ownRemoved : fileWords.ownEnded;
};

/** What was foreseen is of exactly what was sent: another arrangement, or another day, is looked at anew. */
const useEnding = (current: readonly Arrangement[], onClose: () => void) => {
  const [chosen, setChosen] = useState(current[0]);
  const [from, setFrom] = useState(() => dayOf(Date.now()));
  const [seen, setSeen] = useState<{ readonly of: string; readonly foreseen: Taken }>();
  const changing = useChange();
  const asked = JSON.stringify([chosen?.id, chosen?.version, from]);
  const foreseen = seen?.of === asked ? seen.foreseen : undefined;
  const send = async () => {
    if (!chosen) return;
    const sent = { chosen, from, preview: foreseen === undefined };
    const done = await changing.make(sendEnd(sent), saidOf(sent));
    if (!done) return;
    if (!sent.preview) return onClose();
    setSeen({ of: asked, foreseen: done });
  };
  const choose = (id: string | undefined) => {
    changing.setProblem(undefined);
    setChosen(current.find((each) => each.id === id));
  };
  const begin = (day: string) => {
    changing.setProblem(undefined);
    setFrom(day);
  };
  return { ...changing, chosen, choose, from, begin, foreseen, send };
};

type EndProps = {
  readonly child: Child;
  readonly current: readonly Arrangement[];
  readonly onClose: () => void;
};

/** What its end takes is shown before it is ended. */
export const EndForm = ({ child, current, onClose }: EndProps) => {
  const { chosen, choose, from, begin, foreseen, send, isBusy, problem } = useEnding(current, onClose);
  const lost = foreseen?.uncoveredMilestones ?? [];
  const isOnce = chosen !== undefined && isDated(chosen);
  const deed = isOnce ? fileWords.removeIt : fileWords.endIt;
  return (
    <FormDialog
      title={fileWords.endOwn(child.firstName ?? '')}
      lead={fileWords.endOwnLead}
      send={foreseen ? deed : fileWords.endLook}
      isBusy={isBusy}
      isDeed={foreseen !== undefined}
      problem={problem}
      onSend={() => void send()}
      onClose={onClose}
    >
      <fieldset className="bare" disabled={isBusy}>
        <ChoiceField
          label={fileWords.ownWhich}
          value={chosen?.id ?? ''}
          of={current.map((each) => ({ value: each.id, label: sayArrangement(each) }))}
          onChange={choose}
        />
        {isOnce ? null : <InputField label={fileWords.endFrom} type="date" value={from} onChange={begin} />}
      </fieldset>
      {foreseen ? (
        <div role="status" className="stack">
          <ArrivedHeading level={3}>{fileWords.endTakes(lost.length)}</ArrivedHeading>
          <UncoveredList milestones={lost} />
        </div>
      ) : null}
    </FormDialog>
  );
};
