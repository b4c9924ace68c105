import { z } from 'zod';

/** What is wrong with the environment, in one line that names every variable. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`Configuration: ${problems.join('; ')}`);
    this.name = 'ConfigError';
  }
}

/** The settings of a process, checked once when it starts. An empty variable counts as absent. */
export const readConfig = <Shape extends z.ZodType>(
  shape: Shape,
  environment: Record<string, string | undefined> = process.env,
): z.output<Shape> => {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = shape.safeParse(present);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message.toLowerCase()}`),
  );
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
