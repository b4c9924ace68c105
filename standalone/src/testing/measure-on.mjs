import { Session } from 'node:inspector/promises';
import { CoverageInstrumenter } from 'collect-v8-coverage';

/**
 * Jest turns the measuring of coverage on before each file and off after it, together with V8's debugger. Each time V8 goes
 * through all the code of the worker: it took half of the time of all tests. Here it stays on, and is read once after each
 * file, which sets it back to zero: what of the product runs between two files is still the same product.
 */
const session = new Session();
let isOn = false;

const turnOn = async () => {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  isOn = true;
};

const counted = async () => (await session.post('Profiler.takePreciseCoverage')).result;

CoverageInstrumenter.prototype.startInstrumenting = async () => isOn || turnOn();
CoverageInstrumenter.prototype.stopInstrumenting = counted;
