/** Vitest reads files at import: tests need no types of Node. */
interface ImportMeta {
  glob(
    pattern: string | string[],
    options: { query: '?raw'; import: 'default'; eager: true },
  ): Record<string, string>;
  /** The modules themselves, by path. */
  glob<Module>(patterns: string[], options: { eager: true }): Record<string, Module>;
}
