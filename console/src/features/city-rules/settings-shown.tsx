import { language } from '../../messages/language.ts';
import { words } from '../../messages/words.ts';
import { BANDS, type Change, CRITERIA, type Settings } from './city.rules.ts';
import { cityWords } from './words.ts';

const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });

const Weights = ({ settings }: { readonly settings: Settings }) => (
  <table className="city-weights">
    <caption className="strong">{cityWords.weights}</caption>
    <thead>
      <tr>
        <th scope="col">{cityWords.criterion}</th>
        <th scope="col" className="figures">
          {cityWords.outOf}
        </th>
        <td />
      </tr>
    </thead>
    <tbody>
      {CRITERIA.map((criterion) => (
        <tr key={criterion}>
          <th scope="row">{cityWords.criteria[criterion]}</th>
          <td className="figures">{settings.weights[criterion]}</td>
          <td aria-hidden="true">
            <span className="city-bar">
              <span style={{ width: `${settings.weights[criterion]}%` }} />
            </span>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** All that the city decided, as it holds together. */
export const SettingsShown = ({ settings }: { readonly settings: Settings }) => (
  <div className="city-settings">
    <Weights settings={settings} />
    <div className="stack">
      <p className="strong">{cityWords.bandsTitle}</p>
      <div className="city-bands">
        {BANDS.map((name) => (
          <div key={name}>
            <p className="small strong">{cityWords.bands[name]}</p>
            <ul className="dated">
              {settings[name].map(({ days, value }) => (
                <li key={days} className="small figures">
                  {words.titled(cityWords.band[name](days))} <b>{percent.format(value)}</b>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p>
        <b>{cityWords.notice}.</b>{' '}
        {settings.emergencyNoticeHours === 0
          ? cityWords.noticeNone
          : cityWords.noticeText(settings.emergencyNoticeHours)}
      </p>
    </div>
  </div>
);

const said = (change: Change): string => {
  if (change.of === 'notice') return cityWords.changedNotice(change.before, change.after);
  if (change.of === 'bands') return cityWords.changedBands(cityWords.bands[change.bands]);
  return cityWords.changedWeight(cityWords.criteria[change.criterion], change.before, change.after);
};

export const ChangesList = ({ changes }: { readonly changes: readonly Change[] }) =>
  changes.length === 0 ? (
    <p className="small muted">{cityWords.nothingChanged}</p>
  ) : (
    <ul className="dated">
      {changes.map((change) => (
        <li key={said(change)} className="small figures">
          {said(change)}
        </li>
      ))}
    </ul>
  );
