import { useEffect, useRef, useState } from 'react';
import { agencyName } from '../../messages/agency.ts';
import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { Link } from '../../routing/link.tsx';
import { sayDay } from '../../time/city-time.rules.ts';
import { forgetAsked, lastAsked } from './asked.ts';
import { LookUp } from './look-up.tsx';
import type { Asked } from './register.rules.ts';
import { type Registered, RegisterForm } from './register-form.tsx';
import { registerWords } from './register-words.ts';
import './families.css';

const Done = ({
  registered,
  onAnother,
}: {
  readonly registered: Registered;
  readonly onAnother: () => void;
}) => {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { family, possibleDuplicates, notYetTold } = registered;
  return (
    <section className="card register-form" aria-labelledby="registered">
      <h2 id="registered" ref={title} tabIndex={-1}>
        {registerWords.done}
      </h2>
      <p className="strong">
        {family ? registerWords.doneLine(family.displayName ?? '', family.reference ?? '') : ''}
      </p>
      {possibleDuplicates.map(({ child, nextStep }) => (
        <div key={child.id} className="notice">
          <div>
            <p className="strong">
              {registerWords.duplicates} : {child.firstName}
            </p>
            <p>{nextStep}</p>
          </div>
        </div>
      ))}
      {notYetTold.length > 0 ? (
        <p className="muted">{registerWords.notYetTold(words.and(notYetTold.map(agencyName)))}</p>
      ) : null}
      <p className="row">
        {family?.reference ? (
          <Link to="/families/$reference" params={{ reference: family.reference }} className="button primary">
            {registerWords.openFile}
          </Link>
        ) : null}
        <button type="button" className="button" onClick={onAnother}>
          {registerWords.another}
        </button>
      </p>
    </section>
  );
};

const First = ({ onAsked }: { readonly onAsked: (asked: Asked) => void }) => {
  const [known, setKnown] = useState<Asked>();
  return (
    <div className="register-first">
      <LookUp
        onAnswered={(asked, exists) => {
          setKnown(exists ? asked : undefined);
          if (!exists) onAsked(asked);
        }}
      />
      {known ? (
        <p>
          <button type="button" className="button" onClick={() => onAsked(known)}>
            {registerWords.anyway}
          </button>
        </p>
      ) : null}
    </div>
  );
};

/** A file is made after it was asked whether there is one, and not before. */
export const RegisterPage = () => {
  const [asked, setAsked] = useState(lastAsked);
  const [registered, setRegistered] = useState<Registered>();
  const again = () => {
    forgetAsked();
    setAsked(undefined);
    setRegistered(undefined);
  };
  return (
    <div className="page narrow">
      <div>
        <h1>{registerWords.title}</h1>
        <p className="muted">{registerWords.lead}</p>
      </div>
      {registered ? <Done registered={registered} onAnother={again} /> : null}
      {asked && !registered ? (
        <>
          <p className="row">
            {registerWords.asked(asked.surname, sayDay(asked.birthDate, 'date', language))}
            <button type="button" className="button plain dense" onClick={again}>
              {registerWords.again}
            </button>
          </p>
          <RegisterForm asked={asked} onDone={setRegistered} />
        </>
      ) : null}
      {asked || registered ? null : <First onAsked={setAsked} />}
    </div>
  );
};
