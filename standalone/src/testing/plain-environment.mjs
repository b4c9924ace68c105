import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest puts a proxy between a test and its globals, to clean them up afterwards, which we leave off. Each `Math` and `Map`
 * that is read passes it: code that computes took three times as long. Here the globals of a test are a plain object.
 */
export default class PlainEnvironment extends TestEnvironment {
  constructor(...given) {
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
  }
}
