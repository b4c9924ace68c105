import type { AskCareForQuery } from '../../graph/asked/types.ts';
import { labels } from '../../messages/labels.ts';
import { movedUp, toChoose } from './request.rules.ts';
import type { Edit } from './request-form.tsx';
import { requestWords } from './words.ts';

type Centre = AskCareForQuery['centres'][number];

type Props = Edit & { readonly centres: readonly Centre[]; readonly districtId: string | undefined };

const Chosen = ({ draft, set, centres }: Edit & { readonly centres: readonly Centre[] }) => (
  <ol>
    {draft.centreIds.flatMap((id, index) => {
      const centre = centres.find((each) => each.id === id);
      if (!centre) return [];
      return [
        <li key={id} className="spread request-choice">
          <span>
            <b>{requestWords.rank(index + 1, centre.name)}</b>{' '}
            <span className="small muted">
              {[labels.Operator[centre.operator], centre.district.name].join(' · ')}
            </span>
          </span>
          <span className="row">
            {index > 0 ? (
              <button
                type="button"
                className="button plain dense"
                onClick={() => set({ centreIds: movedUp(draft.centreIds, id) })}
              >
                {requestWords.up}
                <span className="unseen">{centre.name}</span>
              </button>
            ) : null}
            <button
              type="button"
              className="button plain dense"
              onClick={() => set({ centreIds: draft.centreIds.filter((each) => each !== id) })}
            >
              {requestWords.remove}
              <span className="unseen">{centre.name}</span>
            </button>
          </span>
        </li>,
      ];
    })}
  </ol>
);

/** Where the family would like it best: those of its district are offered first. */
export const ChoicesPart = ({ draft, set, centres, districtId }: Props) => (
  <section className="stack" aria-labelledby="ranked">
    <h2 id="ranked">{requestWords.ranked}</h2>
    {draft.centreIds.length === 0 ? <p className="faint">{requestWords.noRanked}</p> : null}
    <Chosen draft={draft} set={set} centres={centres} />
    <div className="field request-reason">
      <label htmlFor="add-centre">{requestWords.add}</label>
      <select
        id="add-centre"
        className="input"
        value=""
        aria-describedby="most-centres"
        onChange={({ target }) => set({ centreIds: [...draft.centreIds, target.value] })}
      >
        <option value="">{requestWords.choose}</option>
        {toChoose(centres, draft, districtId).map(({ id, name, operator, district }) => (
          <option key={id} value={id}>
            {[name, labels.Operator[operator], district.name].join(' · ')}
          </option>
        ))}
      </select>
      <p id="most-centres" className="faint">
        {requestWords.most}
      </p>
    </div>
  </section>
);
