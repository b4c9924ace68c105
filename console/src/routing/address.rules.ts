export type Params = Readonly<Partial<Record<string, string>>>;

type Wanted = {
  readonly to: string;
  readonly params?: Params | undefined;
  readonly search?: object | undefined;
  readonly hash?: string | undefined;
};

/** The address of a page, with what it shows; what is not set stays out of it. */
export const addressOf = ({ to, params = {}, search = {}, hash }: Wanted): string => {
  const path = to.replace(/\$(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (value !== undefined) asked.set(name, String(value));
  return `${path}${asked.size > 0 ? `?${asked}` : ''}${hash ? `#${encodeURIComponent(hash)}` : ''}`;
};

/** What an address asks for; asked twice, the last counts. */
export const searchIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(text));

/** What somebody wrote into an address by hand need not be well written. */
export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const stepsOf = (path: string): readonly string[] => path.split('/').filter((step) => step !== '');

/** What a path names, where it is one of that page; else nothing. */
export const paramsIn = (page: string, path: string): Params | undefined => {
  const wanted = stepsOf(page);
  const steps = stepsOf(path);
  if (steps.length !== wanted.length) return undefined;
  const isOfPage = wanted.every((step, index) => step.startsWith('$') || step === steps[index]);
  if (!isOfPage) return undefined;
  const named = wanted.flatMap((step, index) =>
    step.startsWith('$') ? steps.slice(index, index + 1).map((given) => [step.slice(1), decoded(given)]) : [],
  );
  return Object.fromEntries(named);
};

/** Whether a path is that of a page, or lies below it. */
export const isWithin = (page: string, path: string): boolean => path === page || path.startsWith(`${page}/`);
