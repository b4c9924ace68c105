import type { Figures } from './figures.ts';

const WIDTH = 760;
const LEFT = 190;
const RIGHT = 150;
const BAR = 18;
const GAP = 8;
const HEAD = 34;

const COLOURS: Readonly<Record<string, string>> = {
  pg: '#336791',
  node: '#3c873a',
  gateway: '#b8860b',
  subgraphs: '#3c873a',
};

const sumOf = ({ processor }: Figures): number =>
  Object.values(processor).reduce((sum, each) => sum + each, 0);

const text = (x: number, y: number, content: string, weight = 'normal'): string =>
  `<text x="${x}" y="${y}" font-weight="${weight}">${content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;

const barOf = (each: Figures, y: number, scale: number): string => {
  let x = LEFT;
  const parts = Object.entries(each.processor).map(([name, ms]) => {
    const width = ms * scale;
    const part = `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" fill="${COLOURS[name] ?? '#888'}"><title>${name} ${ms.toFixed(2)} ms</title></rect>`;
    x += width;
    return part;
  });
  const ratio = each.ofLimit ? `, ${each.ofLimit.median.toFixed(2)} of limit` : '';
  const label = `${sumOf(each).toFixed(1)} ms${ratio}`;
  const middle = y + BAR - 5;
  return [text(8, middle, each.contender), ...parts, text(x + 6, middle, label)].join('\n');
};

const sectionOf = (
  title: string,
  figures: readonly Figures[],
  top: number,
): { svg: string; bottom: number } => {
  const most = Math.max(...figures.map(sumOf));
  const scale = (WIDTH - LEFT - RIGHT) / most;
  const bars = figures.map((each, index) => barOf(each, top + HEAD + index * (BAR + GAP), scale));
  const bottom = top + HEAD + figures.length * (BAR + GAP) + GAP;
  return { svg: [text(8, top + HEAD - 12, title, 'bold'), ...bars].join('\n'), bottom };
};

const legend = (y: number): string =>
  Object.entries({ pg: 'PostgreSQL', node: 'one process, or the services', gateway: 'gateway' })
    .map(([name, label], index) => {
      const x = LEFT + index * 190;
      return `<rect x="${x}" y="${y}" width="12" height="12" fill="${COLOURS[name]}"/>${text(x + 18, y + 11, label)}`;
    })
    .join('\n');

/** Milliseconds of processor for each request, by who takes them: shorter is better. */
export const chartOf = (figures: readonly Figures[]): string => {
  let top = 0;
  const titles = [...new Set(figures.map(({ workload, clients }) => `${workload}, ${clients} clients`))];
  const sections = titles.map((title) => {
    const own = figures.filter(({ workload, clients }) => `${workload}, ${clients} clients` === title);
    const { svg, bottom } = sectionOf(`${title}: processor ms for each request`, own, top);
    top = bottom;
    return svg;
  });
  const height = top + 28;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">
<title>Milliseconds of processor for each request, by who takes them</title>
<rect width="100%" height="100%" fill="white"/>
${sections.join('\n')}
${legend(top + 6)}
</svg>
`;
};
