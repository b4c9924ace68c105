import { useId, useState } from 'react';
import { DistrictsToChoose } from '../../graph/asked/districts-to-choose.ts';
import { RegisterIt } from '../../graph/asked/register-it.ts';
import type { RegisterItMutation } from '../../graph/asked/types.ts';
import { change, useChange } from '../../graph/change.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { labels } from '../../messages/labels.ts';
import { words } from '../../messages/words.ts';
import { Problem } from '../../ui/problem.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useUnsavedDraft } from '../../ui/use-unsaved.ts';
import { forgetAsked } from './asked.ts';
import { askWhetherKnown } from './look-up.tsx';
import {
  type Asked,
  type Draft,
  draftOf,
  householdOf,
  inputOf,
  isSameQuestion,
  lackOf,
  newAdult,
  newChild,
  toAsk,
} from './register.rules.ts';
import { AdultFields, ChildFields } from './register-people.tsx';
import { registerWords } from './register-words.ts';

export type Registered = NonNullable<RegisterItMutation['registerFamily']>;

type Props = { readonly asked: Asked; readonly onDone: (registered: Registered) => void };
type Edit = { readonly draft: Draft; readonly set: (more: Partial<Draft>) => void };

const newKey = (): string => crypto.randomUUID();

const Household = ({ draft, set }: Edit) => {
  const id = useId();
  const kinds = ['LONE_PARENT', 'COUPLE'] as const;
  return (
    <div className="field register-household">
      <label htmlFor={id}>{registerWords.household}</label>
      <select
        id={id}
        className="input"
        value={householdOf(draft)}
        onChange={({ target }) => set({ householdKind: kinds.find((kind) => kind === target.value) })}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {labels.HouseholdKind[kind]}
          </option>
        ))}
      </select>
    </div>
  );
};

const Adults = ({ draft, set }: Edit) => {
  const { adults } = draft;
  const surname = adults[0]?.lastName ?? '';
  return (
    <section className="stack" aria-labelledby="adults">
      <h2 id="adults">{registerWords.adults}</h2>
      {adults.map((adult, index) => (
        <AdultFields
          key={adult.key}
          of={adult}
          name={registerWords.adult(index + 1)}
          onChange={(more) =>
            set({ adults: adults.map((each) => (each.key === adult.key ? { ...each, ...more } : each)) })
          }
          onRemove={
            adults.length > 1
              ? () => set({ adults: adults.filter(({ key }) => key !== adult.key) })
              : undefined
          }
        />
      ))}
      <p>
        <button
          type="button"
          className="button dense"
          onClick={() => set({ adults: [...adults, newAdult(newKey(), surname)] })}
        >
          {registerWords.addAdult}
        </button>
      </p>
      <Household draft={draft} set={set} />
    </section>
  );
};

const Children = ({ draft, set }: Edit) => {
  const { children } = draft;
  const surname = children[0]?.lastName ?? draft.adults[0]?.lastName ?? '';
  return (
    <section className="stack" aria-labelledby="children">
      <h2 id="children">{registerWords.children}</h2>
      {children.map((child, index) => (
        <ChildFields
          key={child.key}
          of={child}
          name={registerWords.child(index + 1)}
          onChange={(more) =>
            set({ children: children.map((each) => (each.key === child.key ? { ...each, ...more } : each)) })
          }
          onRemove={() => set({ children: children.filter(({ key }) => key !== child.key) })}
        />
      ))}
      <p>
        <button
          type="button"
          className="button dense"
          onClick={() => set({ children: [...children, newChild(newKey(), surname)] })}
        >
          {registerWords.addChild}
        </button>
      </p>
    </section>
  );
};

const AddressFields = ({ draft, set }: Edit) => {
  const id = useId();
  const { data } = useAnswer(DistrictsToChoose, {});
  return (
    <section className="stack" aria-labelledby="address">
      <h2 id="address">{registerWords.address}</h2>
      <div className="register-row">
        <TextField label={registerWords.street} value={draft.street} onChange={(street) => set({ street })} />
        <TextField
          label={registerWords.postalCode}
          value={draft.postalCode}
          onChange={(postalCode) => set({ postalCode })}
        />
        <TextField label={registerWords.city} value={draft.city} onChange={(city) => set({ city })} />
        <div className="field">
          <label htmlFor={id}>{registerWords.district}</label>
          <select
            id={id}
            className="input"
            value={draft.districtId}
            onChange={({ target }) => set({ districtId: target.value })}
          >
            <option value="">{registerWords.noDistrict}</option>
            {(data?.data.districts ?? []).map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
      </div>
    </section>
  );
};

/** Sent again after a broken connection, the ids made here register once. */
const useRegistering = ({ asked, onDone }: Props) => {
  const [draft, setDraft] = useState(() => draftOf(asked, newKey));
  const [id] = useState(newKey);
  const { isBusy, problem, isQuestion, make, setProblem } = useChange();
  const [told, setTold] = useState<Asked>(asked);
  const [isKnown, setKnown] = useState(false);
  const [isAsking, setAsking] = useState(false);
  /** Whether it may go on: it was asked whether this very family has a file, and what was answered was read. */
  const isAsked = async (): Promise<boolean> => {
    const wanted = toAsk(draft);
    if (!wanted || isSameQuestion(wanted, told)) return true;
    setAsking(true);
    const answer = await askWhetherKnown(wanted.surname, wanted.birthDate);
    setAsking(false);
    if (answer.is === 'refused') setProblem(answer.message);
    if (answer.is !== 'answered') return false;
    setTold(wanted);
    setKnown(answer.lookup.exists);
    if (answer.lookup.exists) setProblem(answer.lookup.nextStep);
    return !answer.lookup.exists;
  };
  const set = (more: Partial<Draft>) => {
    setProblem(undefined);
    setKnown(false);
    setDraft({ ...draft, ...more });
  };
  const send = async (confirmed: boolean) => {
    const lack = lackOf(draft);
    if (lack) return setProblem(registerWords.lacks[lack]);
    if (!(await isAsked())) return;
    const done = await make(
      change(RegisterIt, { input: inputOf(draft, { id, confirmed }) }, (data) => data.registerFamily),
      registerWords.done,
    );
    if (!done) return;
    forgetAsked();
    onDone(done);
  };
  return { draft, set, send, isBusy: isBusy || isAsking, problem, isQuestion, isKnown };
};

/** A family as it is told: adults, children and where they live. */
export const RegisterForm = (props: Props) => {
  const { draft, set, send, isBusy, problem, isQuestion, isKnown } = useRegistering(props);
  useUnsavedDraft(draft);
  const register = isKnown ? registerWords.anyway : registerWords.register;
  return (
    <form
      className="card register-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void send(false);
      }}
    >
      <Adults draft={draft} set={set} />
      <Children draft={draft} set={set} />
      <AddressFields draft={draft} set={set} />
      <Problem said={problem} />
      <p className="row">
        <button type="submit" className={isKnown ? 'button' : 'button primary'} aria-disabled={isBusy}>
          {isBusy ? words.sending : register}
        </button>
        {isQuestion ? (
          <button type="button" className="button" onClick={() => void send(true)}>
            {registerWords.anyway}
          </button>
        ) : null}
      </p>
    </form>
  );
};
