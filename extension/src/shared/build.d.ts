/** True in builds made with `--grant`, which are for tests only. Folded away in all others. */
declare const __TEST_BUILD__: boolean;

/** Adapters and nudges, checked and bundled by build.mjs. */
declare module 'toward:catalogue' {
  export const adapters: import('./messages').NamedAdapter[];
  export const nudges: (import('./nudge').Nudge & { id: string })[];
}
