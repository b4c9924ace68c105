import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isUnfitForProduction, type Weakness, weaknesses } from './auth/secret.rules.ts';

/** What is wrong with the environment, in one line that names every variable. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`Configuration: ${problems.join('; ')}`);
    this.name = 'ConfigError';
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

const FROM_FILE = '_FILE';

const textOf = (file: string, variable: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigError([`${variable}: the file cannot be read`]);
  }
};

/** A setting as text: written in its variable, or in the file that `<variable>_FILE` names; an empty one counts as absent. */
const settingOf = (environment: Environment, name: string): string | undefined => {
  const own = environment[name] || undefined;
  const file = environment[`${name}${FROM_FILE}`] || undefined;
  if (file === undefined) return own;
  if (own !== undefined)
    throw new ConfigError([`${name}: say it here or in ${name}${FROM_FILE}, not in both`]);
  return textOf(file, `${name}${FROM_FILE}`) || undefined;
};

/** The settings of a process, checked once when it starts. Each may be in a file, as secrets are that an orchestrator keeps. */
export const readConfig = <Shape extends z.ZodObject>(
  shape: Shape,
  environment: Environment = process.env,
): z.output<Shape> => {
  const settings = Object.keys(shape.shape).map((name) => [name, settingOf(environment, name)]);
  const result = shape.safeParse(Object.fromEntries(settings.filter(([, value]) => value !== undefined)));
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message.toLowerCase()}`),
  );
};

const complaints: Readonly<Record<Weakness, string>> = {
  SHORT: 'is shorter than 32 bytes',
  REPEATED: 'repeats itself',
  DEMO: 'is one that people write where a secret is to be filled in',
  EQUAL: 'equals another secret',
};

/** The settings that production looks at more closely, by the names of their variables. */
export type Production = {
  /** Each one, or two separated by a comma; all different. */
  readonly secrets: readonly string[];
  /** Where the sign-in is, and its keys. */
  readonly addresses: readonly string[];
};

/** Where real families are on file. */
export const isProduction = (environment: Environment = process.env): boolean =>
  environment.NODE_ENV === 'production';

/** With `NODE_ENV=production`: no secret that can be guessed, no keys from a place that others can write to, no demo. */
export const refuseUnfitForProduction = (
  { secrets: named, addresses }: Production,
  environment: Environment = process.env,
): void => {
  if (!isProduction(environment)) return;
  const all = named.flatMap((name) =>
    (settingOf(environment, name)?.split(',') ?? []).map((secret) => ({ name, secret: secret.trim() })),
  );
  const weak = weaknesses(all).map(({ name, weakness }) => `${name}: ${complaints[weakness]}`);
  const unfit = addresses
    .filter((name) => isUnfitForProduction(settingOf(environment, name) ?? ''))
    .map((name) => `${name}: must begin with https: and be no demo's`);
  if (weak.length + unfit.length > 0) throw new ConfigError([...new Set([...weak, ...unfit])]);
};

export const portNumber = z.coerce.number().int().min(0).max(65_535);

/** Services by name and address, in the order written: `employment=http://employment:4003,…` */
export const addressBook = z.string().transform((text, context) => {
  const entries = text.split(',').map((entry) => {
    const [name = '', ...url] = entry.trim().split('=');
    return [name, url.join('=')] as const;
  });
  const names = new Set(entries.map(([name]) => name));
  const isWhole = entries.every(([name, url]) => name && URL.canParse(url)) && names.size === entries.length;
  if (isWhole) return Object.fromEntries(entries);
  context.addIssue('expected name=url pairs, separated by commas, each name once');
  return z.NEVER;
});

const SHORTEST_SECRET = 32;
const MOST_SECRETS = 2;

/** What two services share and nobody else knows. While it is changed there are two: the first signs, both are good. */
export const secrets = z
  .string()
  .transform((text) => text.split(',').map((each) => each.trim()))
  .refine(
    (all) => all.every((each) => Buffer.byteLength(each) >= SHORTEST_SECRET),
    `expected ${SHORTEST_SECRET} bytes or more`,
  )
  .refine((all) => all.length <= MOST_SECRETS, 'expected one secret, or two while it is changed');
