/**
 * What is wrong with a JSON text, and where. `JSON.parse` tells it in each browser's own words,
 * takes the last of two fields of one name without a word, and says nothing of where a value stood.
 */

export type Step = string | number;

export interface Place {
  /** Both from 1. */
  line: number;
  column: number;
}

export interface Fault extends Place {
  why: string;
}

/** Deeper than anything Toward writes. */
const DEEPEST = 24;
/** Names that mean something to an object by themselves. */
const CLOSED_NAMES = new Set(['__proto__', 'constructor', 'prototype']);
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SPACES = new Set([' ', '\t', '\n', '\r']);

class Broken extends Error {
  constructor(
    readonly at: number,
    why: string,
  ) {
    super(why);
  }
}

/** The first fault, or null: then `JSON.parse` takes it, and no field stands there twice. */
export function faultIn(text: string): Fault | null {
  try {
    new Scanner(text, () => {}).whole();
    return null;
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { ...placeAt(text, error.at), why: error.message };
  }
}

/** Where the value at this path begins, in a text without a fault; null: there is none. */
export function placeOf(text: string, path: readonly Step[]): Place | null {
  let found: number | null = null;
  const wanted = JSON.stringify(path);
  const visit = (at: number, here: readonly Step[]) => {
    if (here.length === path.length && JSON.stringify(here) === wanted) found = at;
  };
  new Scanner(text, visit).whole();
  return found === null ? null : placeAt(text, found);
}

function placeAt(text: string, at: number): Place {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

class Scanner {
  private at = 0;
  private readonly path: Step[] = [];

  constructor(
    private readonly text: string,
    private readonly visit: (at: number, path: readonly Step[]) => void,
  ) {}

  whole(): void {
    this.value();
    this.spaces();
    if (this.at < this.text.length) this.fail('there is more after the end');
  }

  private value(): void {
    this.spaces();
    this.visit(this.at, this.path);
    const first = this.text[this.at];
    if (first === '{') this.members('}', this.member(new Set()));
    else if (first === '[') this.members(']', this.item());
    else if (first === '"') this.string();
    else if (!this.take(NUMBER) && !this.take(WORD)) this.fail(this.unexpected('a value'));
  }

  /** What is between two brackets; `read` reads one part of it. */
  private members(end: string, read: () => void): void {
    if (this.path.length >= DEEPEST) this.fail('it is nested too deeply');
    this.at++;
    this.spaces();
    if (this.text[this.at] === end) {
      this.at++;
      return;
    }
    for (let next = ','; next === ','; next = this.separator(end)) read();
  }

  private separator(end: string): string {
    this.spaces();
    const found = this.text[this.at];
    if (found !== ',' && found !== end) this.fail(this.unexpected(`a comma or ${end}`));
    this.at++;
    return found as string;
  }

  private member(seen: Set<string>): () => void {
    return () => {
      this.spaces();
      const name = this.name(seen);
      this.spaces();
      if (this.text[this.at] !== ':') this.fail(this.unexpected('a colon'));
      this.at++;
      this.inside(name);
    };
  }

  private name(seen: Set<string>): string {
    const from = this.at;
    if (this.text[from] !== '"') this.fail(this.unexpected('a field’s name in quotes'));
    this.string();
    const name: string = JSON.parse(this.text.slice(from, this.at));
    if (CLOSED_NAMES.has(name)) throw new Broken(from, `“${name}” is no name for a field`);
    if (seen.has(name)) throw new Broken(from, `the field “${name}” stands there twice`);
    seen.add(name);
    return name;
  }

  private item(): () => void {
    let n = 0;
    return () => this.inside(n++);
  }

  private inside(step: Step): void {
    this.path.push(step);
    this.value();
    this.path.pop();
  }

  /** By hand: an expression over megabytes of text would run out of its stack. */
  private string(): void {
    for (this.at++; this.text[this.at] !== '"'; ) {
      const code = this.text.charCodeAt(this.at);
      if (Number.isNaN(code)) this.fail('the text ends in the middle of a string');
      if (code < 0x20) this.fail('a string holds a line break or another control character');
      if (code !== 0x5c) this.at++;
      else if (!this.take(ESCAPE)) this.fail('a backslash stands before something it cannot');
    }
    this.at++;
  }

  private take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private spaces(): void {
    while (SPACES.has(this.text[this.at] ?? '')) this.at++;
  }

  private unexpected(wanted: string): string {
    const found = this.text[this.at];
    return found === undefined ? 'the text ends too early' : `${wanted} was expected here`;
  }

  private fail(why: string): never {
    throw new Broken(this.at, why);
  }
}
