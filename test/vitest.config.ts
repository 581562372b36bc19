// The tests' own settings. Properties that name no seed draw from this one: a run of the tests says
// the same each time. What is to be fresh each time has commands of its own (test:conformance,
// test:language, test:traces, test:explore).
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { setupFiles: ['test/seed.ts'] } });
