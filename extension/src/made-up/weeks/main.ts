/** What scripts/simulate-nudges.mjs bundles and calls. */
export { written } from './report';
export { EACH, EACH_OF_SAMPLE, run } from './run';
