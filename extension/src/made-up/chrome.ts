/** The part of the browser that the background keeps its small values in, made up for tests. */

type Values = Record<string, unknown>;

/** `chrome.storage.local` in memory: like the real one it hands out copies. */
export class FakeStorage {
  values: Values = {};

  async get(name: string): Promise<Values> {
    await Promise.resolve();
    return Object.hasOwn(this.values, name) ? { [name]: structuredClone(this.values[name]) } : {};
  }

  async set(values: Values): Promise<void> {
    await Promise.resolve();
    Object.assign(this.values, structuredClone(values));
  }

  async clear(): Promise<void> {
    this.values = {};
  }
}

/** Puts an empty storage in place of the browser's, for the test that calls it. */
export function installStorage(values: Values = {}): FakeStorage {
  const local = new FakeStorage();
  local.values = structuredClone(values);
  const i18n = { getUILanguage: () => 'en-US' };
  Object.assign(globalThis, { chrome: { storage: { local }, i18n } });
  return local;
}
