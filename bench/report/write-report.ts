import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { promisify } from 'node:util';
import type { Measured } from '../measure/interleaved.ts';
import { chartOf } from './chart.ts';
import { type Figures, figuresOf, type Spread } from './figures.ts';

const RESULTS = new URL('../results/', import.meta.url);

const oneDigit = (number: number): string => number.toFixed(1);
const spread = ({ median, least, most }: Spread, digits = 0): string =>
  `${median.toFixed(digits)} (${least.toFixed(digits)}..${most.toFixed(digits)})`;

const processorText = (processor: Figures['processor']): string => {
  const all = Object.values(processor).reduce((sum, each) => sum + each, 0);
  const parts = Object.entries(processor).map(([name, ms]) => `${name} ${oneDigit(ms)}`);
  return `${all.toFixed(2)} (${parts.join(', ')})`;
};

const HEAD = [
  '| workload | contender | clients | requests/s (min..max) | ÷ limit (min..max) | p50 | p95 | p99 ms | processor ms/request | statements | peak MiB | wrong, late |',
  '|---|---|---|---|---|---|---|---|---|---|---|---|',
];

const rowOf = (each: Figures): string =>
  `| ${[
    each.workload,
    each.contender,
    each.clients,
    spread(each.perSecond),
    each.ofLimit ? spread(each.ofLimit, 2) : '',
    oneDigit(each.p50),
    oneDigit(each.p95),
    oneDigit(each.p99),
    processorText(each.processor),
    oneDigit(each.statements),
    each.peakMiB.toFixed(0),
    `${each.wrong}, ${each.late}`,
  ].join(' | ')} |`;

const versionOf = async (name: string): Promise<string> => {
  const folders = ['../contenders/hive/node_modules/', '../../node_modules/'];
  for (const folder of folders) {
    const text = await readFile(new URL(`${folder}${name}/package.json`, import.meta.url), 'utf8').catch(
      () => '',
    );
    if (text) return `${name} ${JSON.parse(text).version}`;
  }
  return `${name} not installed`;
};

const PACKAGES = [
  '@apollo/gateway',
  '@apollo/server',
  '@graphql-hive/gateway',
  '@graphql-hive/router-runtime',
  'pg',
];

/** Which state of the code was measured; unknown where there is no repository. */
const commitOf = (): Promise<string> =>
  promisify(execFile)('git', ['rev-parse', '--short', 'HEAD'], { cwd: RESULTS }).then(
    ({ stdout }) => stdout.trim(),
    () => 'unknown',
  );

const machine = async () => ({
  commit: await commitOf(),
  at: new Date().toISOString(),
  processors: `${cpus().length} × ${cpus()[0]?.model}`,
  load: loadavg().map(oneDigit).join(' '),
  node: process.version,
  versions: await Promise.all(PACKAGES.map(versionOf)),
});

/** The figures as a table, as data and as a picture. */
export const writeReport = async (
  name: string,
  measured: readonly Measured[],
  remark = '',
): Promise<string> => {
  const figures = figuresOf(measured);
  const where = await machine();
  const loads = spread(
    {
      median: measured[0]?.loads[0] ?? 0,
      least: Math.min(...measured.flatMap((each) => each.loads)),
      most: Math.max(...measured.flatMap((each) => each.loads)),
    },
    1,
  );
  const rounds = measured[0]?.rounds.length ?? 0;
  const made = `State ${where.commit}, ${where.at}, ${where.processors}, Node ${where.node}, load ${loads}; ${where.versions.join(', ')}. ${rounds} rounds, interleaved; medians.`;
  const table = [...HEAD, ...figures.map(rowOf), ...(remark && ['', remark])].join('\n');
  await mkdir(RESULTS, { recursive: true });
  await writeFile(new URL(`${name}.md`, RESULTS), `${made}\n\n${table}\n`);
  await writeFile(
    new URL(`${name}.json`, RESULTS),
    `${JSON.stringify({ ...where, rounds, figures }, null, 2)}\n`,
  );
  await writeFile(new URL(`${name}.svg`, RESULTS), chartOf(figures));
  return `\n${made}\n\n${table}\n\nWritten to bench/results/${name}.{md,json,svg}`;
};
