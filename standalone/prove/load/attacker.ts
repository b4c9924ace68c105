import { readFileSync } from 'node:fs';
import type { Target } from './attack.ts';
import { attacks } from './attacks.ts';

/** A process of its own, so that attacking takes none of the time of those who measure. */
const [, , name, file = ''] = process.argv;
const attack = attacks.find((each) => each.name === name);
if (!attack) throw new Error(`No attack is called "${name}".`);
const target: Target = JSON.parse(readFileSync(file, 'utf8'));

let isOver = false;
const over = new Promise<void>((resolve) => {
  process.once('message', () => {
    isOver = true;
    resolve();
  });
});
// The measuring process is gone: nobody will say that it is over.
process.on('disconnect', () => process.exit(1));
process.send?.('BEGUN');
const tally = await attack.run(target, () => isOver);
// One that was turned away so often that it has tried all it may is still asked what came back.
await over;
process.send?.(tally, () => process.exit(0));
