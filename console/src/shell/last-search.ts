/** The filters that a person had last on a page, until they sign out: the address holds them, this brings them back. */
const key = (place: string): string => `relais:search:${place}`;

export const keepSearch = (place: string, search: object): void =>
  sessionStorage.setItem(key(place), JSON.stringify(search));

export const lastSearch = (place: string): Record<string, string> => {
  try {
    return JSON.parse(sessionStorage.getItem(key(place)) ?? '{}');
  } catch {
    return {};
  }
};
