// Before each file of tests: the seed of properties that name none.
import fc from 'fast-check';

fc.configureGlobal({ seed: 20_261_129 });
