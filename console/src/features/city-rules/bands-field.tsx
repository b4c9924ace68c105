import { useRef } from 'react';
import { language } from '../../messages/language.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { InputField } from '../../ui/input-field.tsx';
import type { BandDraft, BandsName } from './city.rules.ts';
import { cityWords } from './words.ts';

const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
const SHARES = ['10', '9', '8', '7', '6', '5', '4', '3', '2', '1'].map((tenths) => ({
  value: tenths,
  label: percent.format(Number(tenths) / 10),
}));
const MOST = 10;

type BandsProps = {
  readonly name: BandsName;
  readonly bands: readonly BandDraft[];
  readonly onChange: (bands: readonly BandDraft[]) => void;
};

/** The bands of a criterion, the strongest first. */
export const BandsField = ({ name, bands, onChange }: BandsProps) => {
  const add = useRef<HTMLButtonElement>(null);
  const set = (index: number, more: Partial<BandDraft>) =>
    onChange(bands.map((band, at) => (at === index ? { ...band, ...more } : band)));
  return (
    <fieldset className="bare">
      <legend className="strong">{cityWords.bandsOf(cityWords.bands[name])}</legend>
      <ul className="stack">
        {bands.map(({ days, tenths }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a band is nothing but its place until it is sent
          <li key={index} className="city-band">
            <InputField
              label={cityWords.days[name](index + 1)}
              type="number"
              min={0}
              max={1000}
              value={days}
              onChange={(next) => set(index, { days: next })}
            />
            <ChoiceField
              label={cityWords.share(index + 1)}
              value={tenths}
              of={SHARES}
              onChange={(next = '1') => set(index, { tenths: next })}
            />
            <button
              type="button"
              className="button plain dense"
              onClick={() => {
                onChange(bands.filter((_, at) => at !== index));
                add.current?.focus();
              }}
            >
              {cityWords.removeBand}
              <span className="unseen">{cityWords.bandNumber(index + 1)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button
          type="button"
          ref={add}
          className="button dense"
          aria-disabled={bands.length >= MOST}
          onClick={() => (bands.length < MOST ? onChange([...bands, { days: '', tenths: '1' }]) : undefined)}
        >
          {cityWords.addBand}
          <span className="unseen">{cityWords.bands[name]}</span>
        </button>
      </p>
    </fieldset>
  );
};
