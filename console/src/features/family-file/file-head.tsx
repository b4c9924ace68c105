import { known } from '../../graph/known.rules.ts';
import { labels } from '../../messages/labels.ts';
import { language } from '../../messages/language.ts';
import { AbsentTag } from '../../ui/absent.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Phone } from '../../ui/phone.tsx';
import { AsOf } from '../../ui/read-page.tsx';
import type { Family, PartProps } from './file-page.tsx';
import { fileWords } from './words.ts';

const languages = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });

type Adult = NonNullable<Family['adults']>[number];

const tongue = ({ preferredLanguage }: Adult): string | undefined => {
  if (!preferredLanguage || preferredLanguage === 'fr') return undefined;
  try {
    return fileWords.speaks(languages.of(preferredLanguage) ?? preferredLanguage);
  } catch {
    return fileWords.speaks(preferredLanguage);
  }
};

const fullName = ({ firstName, lastName }: Adult): string => [firstName, lastName].filter(Boolean).join(' ');

const Contact = ({ adult }: { readonly adult: Adult }) => {
  const spoken = tongue(adult);
  return (
    <span className="row contact">
      <b>{fullName(adult)}</b>
      {adult.phone ? <Phone number={adult.phone} name={fullName(adult)} /> : null}
      {spoken ? (
        <span className="row muted">
          <Icon name="speech" />
          {spoken}
          {adult.needsInterpreter ? `, ${fileWords.interpreter}` : ''}
        </span>
      ) : null}
    </span>
  );
};

const Home = ({ answer, family }: Pick<PartProps, 'answer' | 'family'>) => {
  const address = known(answer, ['family', 'address'], family.address);
  if (address.is === 'none') return null;
  return (
    <span className="row">
      <Icon name="pin" />
      {address.is === 'known' ? (
        <span>
          {address.value.street}, {address.value.postalCode} {address.value.city}
        </span>
      ) : (
        <AbsentTag part={address} none="" />
      )}
    </span>
  );
};

const Lead = ({ answer, family }: Pick<PartProps, 'answer' | 'family'>) => {
  const team = known(answer, ['family', 'supportTeam'], family.supportTeam);
  const lead = team.is === 'known' ? team.value.find(({ isLead }) => isLead)?.professional?.name : undefined;
  return (
    <>
      {fileWords.lead} : {lead ? <b>{lead}</b> : null}
      {!lead && team.is === 'known' ? fileWords.noLead : null}
      {team.is === 'known' ? null : <AbsentTag part={team} none={fileWords.noLead} />}
    </>
  );
};

export const FileHead = ({ answer, family, isReading }: PartProps & { readonly isReading: boolean }) => {
  const adults = known(answer, ['family', 'adults'], family.adults);
  const facts = [
    family.reference,
    family.householdKind ? labels.HouseholdKind[family.householdKind] : undefined,
    family.district?.name,
  ].filter(Boolean);
  return (
    <header className="file-head">
      <div className="spread">
        <h1>{family.displayName ?? family.reference}</h1>
        <AsOf askedAt={answer.askedAt} isReading={isReading} />
      </div>
      <p className="muted">
        {facts.join(' · ')} · <Lead answer={answer} family={family} />
      </p>
      <div className="row contacts">
        {adults.is === 'known' ? (
          adults.value.map((adult) => <Contact key={adult.id} adult={adult} />)
        ) : (
          <AbsentTag part={adults} none="" />
        )}
        <Home answer={answer} family={family} />
      </div>
    </header>
  );
};
