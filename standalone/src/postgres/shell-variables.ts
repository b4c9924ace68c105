/** PGHOST, PGOPTIONS, PGSSLMODE …: whoever uses another PostgreSQL has them in the shell. */
const isForAnother = (name: string): boolean => /^PG[A-Z_]+$/.test(name);

/** The environment of a PostgreSQL of our own, which speaks English so that we understand it. */
export const ownEnvironment = (environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv => {
  const ours = Object.entries(environment).filter(([name]) => !isForAnother(name));
  return { ...Object.fromEntries(ours), LC_ALL: 'C' };
};

/** From here on this process talks to our own PostgreSQL: what the shell says of another must not reach it. */
export const forgetShellVariables = (environment: NodeJS.ProcessEnv = process.env): void => {
  for (const name of Object.keys(environment).filter(isForAnother)) delete environment[name];
};
