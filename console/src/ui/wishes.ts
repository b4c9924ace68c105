const NAME = 'relais-wishes';
const A_YEAR_S = 31_536_000;

const read = (): URLSearchParams => {
  const found = document.cookie.split('; ').find((each) => each.startsWith(`${NAME}=`));
  return new URLSearchParams(decodeURIComponent(found?.slice(NAME.length + 1) ?? ''));
};

/** What somebody wishes of this browser: nothing about anybody, and signing out does not forget it. */
export const wish = (name: string): string | null => read().get(name);

export const keepWish = (name: string, value: string): void => {
  const wishes = read();
  wishes.set(name, value);
  // biome-ignore lint/suspicious/noDocumentCookie: it must outlast the sign-out, which empties all other places
  document.cookie = `${NAME}=${encodeURIComponent(wishes.toString())}; Path=/; Max-Age=${A_YEAR_S}; SameSite=Strict`;
};
