const crypto = require('node:crypto');
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { startupSnapshot } = require('node:v8');
const vm = require('node:vm');

/**
 * Run by `node --build-snapshot` (ahead.mjs): what is in memory when it ends is what `npm start` begins with. Only what Node
 * itself brings can be required meanwhile, and not all of that.
 */
const [root, file, ahead, program] = process.argv.slice(2);

const own = (name) => {
  const module = { exports: {} };
  const filename = path.join(root, name);
  vm.compileFunction(readFileSync(filename, 'utf8'), ['module', 'require'], { filename })(module, require);
  return module.exports;
};
const { introduce, haveNavigator, loadWith } = own('load.cjs');

/** V8 brings these to a program only when it runs; what is loaded may use them before. */
const BROUGHT_LATER = {
  toSorted: (list, ...order) => [...list].sort(...order),
  toReversed: (list) => [...list].reverse(),
  toSpliced: (list, ...what) => {
    const copy = [...list];
    copy.splice(...what);
    return copy;
  },
  with: (list, index, value) =>
    Object.assign([...list], { [index < 0 ? list.length + index : index]: value }),
};
const lent = Object.keys(BROUGHT_LATER).filter((name) => !(name in Array.prototype));
const lend = () => {
  for (const name of lent) {
    const value = function (...given) {
      return BROUGHT_LATER[name](this, ...given);
    };
    Object.defineProperty(Array.prototype, name, { value, configurable: true });
  }
};
const takeBack = () => {
  for (const name of lent) delete Array.prototype[name];
};

/** Node cannot keep these in memory yet: a stand-in finds them later. Whoever asks it for more while being loaded prevents all. */
const LATE = /^(node:)?(http|https|http2|tls)$/;
const TAKEN_AHEAD = ['STATUS_CODES'];
let late;
const onlyLate = (look, name) => {
  if (late) return look();
  throw new Error(`${String(name)} is asked ahead of what Node brings later.`);
};
const standIn = (find, taken = []) =>
  new Proxy(
    {},
    {
      get: (_, name) =>
        !late && taken.includes(name) ? standIn(() => find()[name]) : onlyLate(() => find()[name], name),
      has: (_, name) => onlyLate(() => name in find(), name),
      ownKeys: () => onlyLate(() => Reflect.ownKeys(find()), 'keys'),
      getOwnPropertyDescriptor: (_, name) =>
        onlyLate(() => {
          const own = Reflect.getOwnPropertyDescriptor(find(), name);
          return own && { ...own, configurable: true };
        }, name),
    },
  );
const required = (name) => {
  if (late) return late(name);
  return LATE.test(name) ? standIn(() => late(name), TAKEN_AHEAD) : require(name);
};

/** What is drawn now would be the same in each run: keys and passwords that everybody knows. */
const DRAWN = [
  ...['randomBytes', 'randomFill', 'randomFillSync', 'randomInt', 'randomUUID'],
  ...['generateKey', 'generateKeySync', 'generateKeyPair', 'generateKeyPairSync'],
];
for (const name of DRAWN) {
  const draw = crypto[name];
  crypto[name] = (...given) => onlyLate(() => draw(...given), name);
}

const loadAhead = async () => {
  haveNavigator();
  lend();
  const programs = loadWith(root, file, program, required);
  const { load } = await programs[ahead]();
  await load();
  takeBack();
  return programs;
};

const loaded = loadAhead();

startupSnapshot.setDeserializeMainFunction(async () => {
  late = createRequire(file);
  // Another Node that this one starts does not begin here.
  process.execArgv = [];
  const [wanted, ...rest] = process.argv.slice(2);
  const programs = await loaded;
  // Only tried: all that comes late is there.
  if (!wanted) return ['http', 'https', 'http2', 'tls'].forEach(late);
  introduce(root, file, [wanted, ...rest]);
  await programs[wanted]();
});
