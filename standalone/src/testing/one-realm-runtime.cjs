const { createRequire } = require('node:module');
const { pathToFileURL } = require('node:url');
const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** Ours, jest's own, and what jest stands in for. */
const LOADED_ANEW = /^(\.|\/|node:|file:|data:|@relais\/|@jest\/globals$)/;

/** Of one worker, by the file that a name leads to. */
const packages = new Map();

const moduleOf = async (file) => {
  const loaded = await import(pathToFileURL(file).href);
  // Of a package that is no ES module, Node names only those parts that it finds without running it.
  const parts = typeof loaded.default === 'object' ? { ...loaded.default, ...loaded } : loaded;
  const names = Object.keys(parts);
  const module = new vm.SyntheticModule(
    names,
    function evaluate() {
      for (const name of names) this.setExport(name, parts[name]);
    },
    { identifier: file },
  );
  await module.link(() => undefined);
  await module.evaluate();
  return module;
};

const packageAt = (file) => {
  if (!packages.has(file)) packages.set(file, moduleOf(file));
  return packages.get(file);
};

/** Loads the packages that the files of a worker need once for all of them, as Node does it. */
module.exports = class extends Runtime {
  constructor(...given) {
    super(...given);
    const [{ moduleNameMapper }] = given;
    const { esmLoader, _resolution: resolution } = this;
    // The other way that a newer Node allows resolves names where nobody can see it.
    resolution.canResolveSync = () => false;
    const isPackage = (name) =>
      !LOADED_ANEW.test(name) && !moduleNameMapper.some(([pattern]) => new RegExp(pattern).test(name));
    const loadAnew = esmLoader.resolveModule.bind(esmLoader);
    esmLoader.resolveModule = async (name, from, context) => {
      if (!isPackage(name)) return loadAnew(name, from, context);
      const file = await resolution.resolveEsmAsync(from, name);
      return resolution.isCoreModule(file) ? loadAnew(name, from, context) : packageAt(file);
    };
  }

  /** What jest itself needs within a file, but for what keeps the state of that file. */
  requireInternalModule(from, name) {
    const isShared = name !== undefined && !LOADED_ANEW.test(name);
    return isShared ? createRequire(from)(name) : super.requireInternalModule(from, name);
  }
};
