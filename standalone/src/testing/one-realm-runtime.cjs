const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** Ours, jest's own, and what jest stands in for. */
const LOADED_ANEW = /^(\.|\/|node:|file:|data:|@relais\/|@jest\/globals$)/;
const OURS = /^(\.|\/|file:|@relais\/)/;

/** Of one worker, by the file that a name leads to. */
const packages = new Map();

const moduleOf = async (address) => {
  const loaded = await import(address);
  // Of a package that is no ES module, Node names only those parts that it finds without running it.
  const parts = typeof loaded.default === 'object' ? { ...loaded.default, ...loaded } : loaded;
  const names = Object.keys(parts);
  const module = new vm.SyntheticModule(
    names,
    function evaluate() {
      for (const name of names) this.setExport(name, parts[name]);
    },
    { identifier: address },
  );
  await module.link(() => undefined);
  await module.evaluate();
  return module;
};

const packageAt = (address) => {
  if (!packages.has(address)) packages.set(address, moduleOf(address));
  return packages.get(address);
};

const IN_TYPESCRIPT = /\.ts$/;
const TEST = /\.test\.ts$/;
const ofOneFile = new Map();

/** A file of tests, and what speaks of its expectations: jest makes those anew for each file. */
const isOfOneFile = (file) => {
  if (!ofOneFile.has(file))
    ofOneFile.set(file, TEST.test(file) || readFileSync(file, 'utf8').includes("from '@jest/globals'"));
  return ofOneFile.get(file);
};

const AS_ES_MODULE = {
  isInternalModule: false,
  supportsDynamicImport: true,
  supportsExportNamespaceFrom: true,
  supportsStaticESM: true,
  supportsTopLevelAwait: true,
};

/** Where decorators note what they are told; but for the words of enums, which are noted when a schema is first made of them. */
const NOTES = ['TypeGraphQLMetadataStorage', 'typeormMetadataArgsStorage'];
const NOTED_LATER = 'enums';

const listsOfNotes = () =>
  NOTES.flatMap((storage) => Object.entries(globalThis[storage] ?? {}))
    .filter(([name, list]) => Array.isArray(list) && name !== NOTED_LATER)
    .map(([, list]) => list);

/** What the decorators of the product noted, and not those of a file of tests. */
const ofProduct = new WeakSet();

const notingWhatIsOfProduct = async (evaluate) => {
  const before = new Map(listsOfNotes().map((list) => [list, list.length]));
  await evaluate();
  for (const list of listsOfNotes())
    for (const note of list.slice(before.get(list) ?? 0)) ofProduct.add(note);
};

const forgetOtherNotes = () => {
  for (const list of listsOfNotes()) {
    const kept = list.filter((note) => ofProduct.has(note));
    if (kept.length < list.length) list.splice(0, list.length, ...kept);
  }
};

/** What the product is made of, as the files of one worker and project share it. */
class Product {
  /** That of the file of tests which is running. */
  runtime;
  transforms = new Map();
  #modules = new Map();
  #loading = Promise.resolve();
  #told = new Set();

  isPartOf = (file) => IN_TYPESCRIPT.test(file) && !isOfOneFile(file);

  /** The part that a file became, ready to be used. One after the other: what is being linked cannot be linked to. */
  load(file) {
    const loaded = this.#loading.then(() => this.#ready(this.#moduleAt(file)));
    this.#loading = loaded.catch(() => this.#forgetUnready());
    return loaded;
  }

  #forgetUnready() {
    for (const [file, { status }] of this.#modules) if (status !== 'evaluated') this.#modules.delete(file);
  }

  async #ready(module) {
    if (module.status === 'unlinked') await module.link(this.#linked);
    if (module.status === 'linked') await notingWhatIsOfProduct(() => module.evaluate());
    if (module.status === 'errored') throw module.error;
    return module;
  }

  #moduleAt(file) {
    if (!this.#modules.has(file)) this.#modules.set(file, this.#made(file));
    return this.#modules.get(file);
  }

  #made(file) {
    const { transformCache } = this.runtime;
    const code = transformCache.transform(file, AS_ES_MODULE);
    this.transforms.set(file, transformCache.getEntries().get(file));
    const url = pathToFileURL(file).href;
    return new vm.SourceTextModule(code, {
      identifier: file,
      importModuleDynamically: (name) => this.#imported(name, file),
      initializeImportMeta: (meta) =>
        Object.assign(meta, { url, filename: file, dirname: path.dirname(file) }),
    });
  }

  #resolve = (name, from) => this.runtime.resolve(name, from);

  #imported = async (name, from) => {
    const file = await this.#resolve(name, from);
    return this.isPartOf(file) ? this.load(file) : packageAt(this.runtime.addressOf(file));
  };

  #linked = async (name, { identifier }) => {
    const file = await this.#resolve(name, identifier);
    if (this.isPartOf(file)) return this.#moduleAt(file);
    if (OURS.test(name))
      throw new Error(`${identifier} is shared by all tests and loads ${file}, which is of one.`);
    return packageAt(this.runtime.addressOf(file));
  };

  /** How a part was made is told once: it is megabytes, and the same after every file. */
  coverageOf(results) {
    return results.map(({ result, codeTransformResult = this.transforms.get(result.url) }) => {
      const isTold = this.#told.has(result.url);
      this.#told.add(result.url);
      return { result, codeTransformResult: isTold ? undefined : codeTransformResult };
    });
  }
}

const products = new Map();
const productOf = ({ id }, isWatching) => {
  // Who watches changes the product between two runs.
  if (!products.has(id) || isWatching) products.set(id, new Product());
  return products.get(id);
};

/** Loads packages, as Node does it, and the product once for all the files of a worker. */
module.exports = class extends Runtime {
  #product;

  constructor(...given) {
    super(...given);
    const config = given.at(0);
    const { watch, watchAll } = given.at(-1);
    const { esmLoader, _resolution: resolution, transformCache } = this;
    this.#product = productOf(config, watch || watchAll);
    const product = this.#product;
    product.runtime = this;
    for (const [file, { sourceMapPath }] of product.transforms)
      if (sourceMapPath) transformCache.getSourceMaps().set(file, sourceMapPath);
    // The other way that a newer Node allows resolves names where nobody can see it.
    resolution.canResolveSync = () => false;
    const isPackage = (name) =>
      !LOADED_ANEW.test(name) && !config.moduleNameMapper.some(([pattern]) => new RegExp(pattern).test(name));
    const loadAnew = esmLoader.resolveModule.bind(esmLoader);
    esmLoader.resolveModule = async (name, from, context) => {
      if (!isPackage(name) && !OURS.test(name)) return loadAnew(name, from, context);
      const file = await resolution.resolveEsmAsync(from, name);
      if (isPackage(name))
        return resolution.isCoreModule(file)
          ? loadAnew(name, from, context)
          : packageAt(this.addressOf(file));
      return product.isPartOf(file) ? product.load(file) : loadAnew(name, from, context);
    };
  }

  resolve(name, from) {
    return this._resolution.resolveEsmAsync(from, name);
  }

  addressOf(file) {
    return this._resolution.isCoreModule(file) ? file : pathToFileURL(file).href;
  }

  teardown() {
    super.teardown();
    forgetOtherNotes();
  }

  getAllV8CoverageInfoCopy() {
    return this.#product.coverageOf(super.getAllV8CoverageInfoCopy());
  }

  /** What jest itself needs within a file, but for what keeps the state of that file. */
  requireInternalModule(from, name) {
    const isShared = name !== undefined && !LOADED_ANEW.test(name);
    return isShared ? createRequire(from)(name) : super.requireInternalModule(from, name);
  }
};
