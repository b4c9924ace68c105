import vm from 'node:vm';
import { ModuleMocker } from 'jest-mock';

/**
 * Jest gives each file a realm of its own, in which every package is read, compiled and run anew: half of the time of a
 * file, and what is an `Error` or a `Map` there is none to Node itself. Here all files of a worker run where Node runs, so
 * that packages and the product can be loaded once (one-realm-runtime.cjs).
 */
const HERE = Object.freeze({});

const here = (options, name) => (options?.[name] === HERE ? { ...options, [name]: undefined } : options);

const { compileFunction, SourceTextModule, SyntheticModule } = vm;
vm.compileFunction = (code, names, options) => compileFunction(code, names, here(options, 'parsingContext'));
vm.SourceTextModule = class extends SourceTextModule {
  constructor(code, options) {
    super(code, here(options, 'context'));
  }
};
vm.SyntheticModule = class extends SyntheticModule {
  constructor(names, evaluate, options) {
    super(names, evaluate, here(options, 'context'));
  }
};

/** What jest puts into a file's own process, and what it keeps for one file beside the globals. */
const CHANGED_BY_JEST = ['exit', 'getBuiltinModule'];
const KEPT_BY_JEST = /^(JEST_|RETRY_|WAIT_BEFORE_|LOG_ERRORS_|TEST_TIMEOUT_|EVENT_HANDLERS)/;

const isOfOneFile = (name) => typeof name === 'symbol' && KEPT_BY_JEST.test(name.description);

const propertiesOf = (object, names) =>
  new Map(names.map((name) => [name, Object.getOwnPropertyDescriptor(object, name)]));

const putBack = (object, properties) => {
  for (const [name, property] of properties) {
    delete object[name];
    if (property) Object.defineProperty(object, name, property);
  }
};

const listenersOf = (emitter) =>
  new Map(emitter.eventNames().map((name) => [name, emitter.rawListeners(name)]));

const forgetListeners = (emitter, known) => {
  for (const [name, listeners] of listenersOf(emitter)) {
    const added = listeners.filter((listener) => !known.get(name)?.includes(listener));
    for (const listener of added) emitter.removeListener(name, listener);
  }
};

const putBackVariables = (variables) => {
  for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
  for (const [name, value] of Object.entries(variables))
    if (process.env[name] !== value) process.env[name] = value;
};

/**
 * Told by pg once in a process: on one connection a statement was sent before the one before it was answered, which its next
 * release refuses. The file in which it is told fails.
 */
const overlapping = [];
process.on('warning', ({ message }) => {
  if (message.includes('client is already executing a query')) overlapping.push(message);
});

/** What a file of tests leaves behind is taken away after it. */
export default class OneRealm {
  global = globalThis;
  fakeTimers = null;
  fakeTimersModern = null;
  moduleMocker = new ModuleMocker(globalThis);
  #globals = propertiesOf(globalThis, ['console']);
  #process = propertiesOf(process, CHANGED_BY_JEST);
  #variables = { ...process.env };
  #listeners = listenersOf(process);

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return HERE;
  }

  async setup() {
    Error.stackTraceLimit = 100;
  }

  async teardown() {
    this.moduleMocker.restoreAllMocks();
    putBack(globalThis, this.#globals);
    putBack(process, this.#process);
    putBackVariables(this.#variables);
    forgetListeners(process, this.#listeners);
    for (const name of Reflect.ownKeys(globalThis).filter(isOfOneFile)) delete globalThis[name];
    const [told] = overlapping.splice(0);
    if (told) throw new Error(told);
  }
}
