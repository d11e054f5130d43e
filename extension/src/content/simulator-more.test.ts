// @vitest-environment happy-dom
/**
 * Random lives of the other apps: what was counted is what was said.
 * A failure prints its seed and path; run it alone with
 * `SIMULATOR_ONLY=<id> SIMULATOR_SEED=<seed> SIMULATOR_PATH=<path> npx vitest run src/content/simulator`.
 */
import { provesHalf } from '../made-up/simulator/halves';

provesHalf(1);
