import { describe, expect, it } from '@jest/globals';
import { asWritten, eachOnce, nameKey, referenceOf } from './names.rules.ts';

describe('one name', () => {
  it.each([
    [
      'ndiayelegoff',
      ["N'Diaye-Le Goff", 'N’Diaye Le Goff', 'Ndiaye-Le Goff', 'NDIAYE  LE GOFF', 'n diaye le‑goff'],
    ],
    ['garciamarquez', ['García-Márquez', 'Garcia Marquez', 'GARCI\u0301A\u00A0MA\u0301RQUEZ']],
    ['bodin', ['Bodin', '\u200BBodin', 'Bo\u00ADdin\uFEFF', 'Ｂｏｄｉｎ']],
    ['strasse', ['Straße', 'STRASSE']],
    ['lukaszoeuvre', ['Łukasz Œuvre', 'lukasz oeuvre']],
    ['istanbul', ['İstanbul', 'ıstanbul', 'Istanbul']],
    ['حميد', ['حميد', ' حميد ']],
    ['', ['', ' ', "'", '-', '%', '\u200B']],
  ])('%s is written in many ways', (key, spellings) => {
    expect(spellings.map(nameKey)).toEqual(spellings.map(() => key));
  });

  it('is another when its letters differ', () => {
    expect(nameKey('Le Gall')).not.toBe(nameKey('Le Goff'));
  });

  it('stands once in a list, as it was written first', () => {
    expect(eachOnce(['Nadia Le Goff', 'nadia le-goff', 'Karim'])).toEqual(['Nadia Le Goff', 'Karim']);
    expect(eachOnce(['🥜', '🥛', '🥜'])).toEqual(['🥜', '🥛']);
  });
});

describe('a text', () => {
  it('is kept as it was meant', () => {
    expect(asWritten('  Nguyen\u00A0 Van\u200B ')).toBe('Nguyen Van');
    expect(asWritten('Be\u0301nard\u00AD')).toBe('Bénard');
  });
});

describe('a reference', () => {
  it.each(['NAN-000001', ' nan-000001 ', 'nan 000001', 'NAN–000001', '\u200BNAN-\u00A0000001', 'nan000001'])(
    'is found in %j',
    (typed) => {
      expect(referenceOf(typed)).toBe('NAN-000001');
    },
  );

  it('that is none stays another', () => {
    expect(referenceOf('Diallo')).toBe('DIALLO');
  });
});
