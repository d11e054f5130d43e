/** The languages' files of the built package behind a made-up `fetch`, which notes what it is asked. */
import { readTexts } from '../../scripts/catalogue.mjs';

const BASE = 'chrome-extension://toward/';

export class FakePackage {
  asked: string[] = [];
  files: Record<string, unknown> = Object.fromEntries(
    Object.entries(readTexts()).map(([language, texts]) => [`nudges/${language}.json`, texts]),
  );

  /** In place of the browser's own, with `speaks` as the language of its menus. */
  install(speaks: string): this {
    Object.assign(globalThis.chrome, {
      i18n: { getUILanguage: () => speaks },
      runtime: { getURL: (path: string) => BASE + path },
    });
    Object.assign(globalThis, { fetch: this.fetch.bind(this) });
    return this;
  }

  private async fetch(url: string): Promise<Response> {
    this.asked.push(url);
    const path = url.replace(BASE, '');
    if (!Object.hasOwn(this.files, path)) throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(this.files[path]));
  }
}
