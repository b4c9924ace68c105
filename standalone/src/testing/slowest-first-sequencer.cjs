const { default: Sequencer } = require('@jest/test-sequencer');

/** In a fresh clone jest knows no times and goes by the size of a file: these are short, take longest, and would come last. */
const SLOWEST = /\/(seeing|fuzz)\.test\.ts$/;

module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isSlow = ({ path }) => SLOWEST.test(path);
    return [...sorted.filter(isSlow), ...sorted.filter((test) => !isSlow(test))];
  }
};
