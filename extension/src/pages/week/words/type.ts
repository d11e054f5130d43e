/**
 * Every word of the weekly page, one file a language.
 * `{placeholder}`s are the same as in English, entry by entry; their order is free.
 */
import type { GapReason } from '../../../shared/messages';
import type { Felt } from '../../../shared/types';
import type { PartId } from '../context';

/**
 * One text for each plural category of the language (Intl.PluralRules). `{n}` is the number; a
 * category that means one number alone may leave it out ("on one day").
 */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Sentences of which one is chosen, by the week. */
export type Patterns = readonly string[];

/** The same for sentences that hold a number. */
export type PluralPatterns = readonly Plural[];

export interface WeekWords {
  /** What stands around the parts. `{dates}`: "16–22 November 2026", by Intl. */
  page: {
    title: string;
    /** Under the title of a week that is running. */
    soFar: string;
    /** Heading of the running week below a finished one. */
    running: string;
    /** Under that heading: it is told up to yesterday. */
    untilYesterday: string;
    /** The same on a Monday. */
    nothingYet: string;
    practice: string;
    toOwnWeeks: string;
    /** On the third opening of a day. */
    unchanged: string;
    joined: string;
    serverAway: string;
    before: string;
    after: string;
    /** Label of the way to other weeks, for screen readers. */
    weeks: string;
  };
  /** Headings. */
  parts: Record<PartId, string>;
  /** `{part}` is one of the headings, always in quotation marks. */
  hiding: {
    hide: string;
    hideLabel: string;
    hidden: string;
    undo: string;
    options: string;
  };
  /** Chats without a name. `{n}` is a number that tells them apart; used where `{name}` stands. */
  chat: { nameless: string; practice: string };
  /** "two" to "seven" as they stand before "days" in the letter; the place is the number. */
  numerals: readonly [string, string, string, string, string, string, string, string];
  letter: Letter;
  /** After the person answered a thought. */
  thanks: { helpful: string; notNow: string; stung: string };
  note: {
    label: string;
    /** The note never leaves this browser. */
    stays: string;
    kept: string;
    old: string;
    open: string;
  };
  guess: {
    question: string;
    choices: Record<'me' | 'them' | 'both' | 'no-idea' | 'skipped', string>;
    /** Never to be asked again. */
    never: string;
    said: Record<'me' | 'them' | 'both' | 'no-idea', string>;
    /** `{mine}`, `{theirs}`: figures, or "at least" and a figure. */
    count: string;
    /** Instead of `count`, where nobody was seen to begin. */
    none: string;
    differ: string;
  };
  openings: {
    /** `{name}` is a person; `{mine}`, `{theirs}` are figures. */
    person: string;
    group: string;
    /** A chat without a name. */
    other: string;
    table: string;
    day: string;
    /** Heads of columns. */
    you: string;
    others: string;
    otherSide: string;
  };
  felt: {
    /** `{name}` of a chat. */
    question: string;
    answers: Record<Felt, string>;
    /** `{weekday}`: "Tuesday", by Intl; `{answer}`: one of the answers, in quotation marks. */
    said: string;
    newInLife: string;
  };
  messages: {
    out: string;
    in: string;
    /** `{figure}` with its label: "Out: 12". */
    outSum: string;
    inSum: string;
    /** What a person hears who cannot see the chart. */
    outChart: string;
    inChart: string;
    /** `{names}` of chats, after a colon. */
    quiet: string;
    /** `{days}` is a list: "Wed 18 Nov: paused; …". */
    gaps: string;
    /** `{n}` is a figure. */
    undated: string;
    table: string;
    notSeen: string;
    sum: string;
  };
  /** Why there is no count: lower case where the language has it, each stands after a colon. */
  gaps: Record<GapReason, string>;
  /** In the same place: the day lies ahead. */
  ahead: string;
  earlier: {
    /** Captions of charts and heads of columns: whose openings. `{name}` is a person. */
    mine: string;
    person: string;
    others: string;
    otherSide: string;
    /** `{series}` is one of these captions, or messages.out or messages.in. */
    chart: string;
    /** `{n}`, `{low}`, `{high}` are figures. */
    usual: string;
    usualOne: string;
    week: string;
    mostWeeks: string;
    range: string;
    nothing: string;
  };
  /** The person's own answers to cards. `{n}` is a figure. */
  helped: {
    begin: string;
    helpful: string;
    notNow: string;
    stung: string;
    change: string;
    options: string;
  };
  /** `{n}` is a figure of which a part may be missing. */
  atLeast: string;
  counted: {
    question: string;
    message: string;
    day: string;
    elsewhere: string;
    /** The definitions of nudges/signals.json under these names. */
    signals: Record<
      'days_in_touch' | 'both_began' | 'own_openings_4w' | 'their_openings_4w',
      string
    >;
    hours: Plural;
    minutes: Plural;
    afterGap: string;
    bars: string;
    band: string;
    enough: string;
    /** Of messages whose day is not certain. */
    undated: string;
    /** Of the person's answers to cards. */
    answers: string;
    unseen: string;
    atLeast: string;
    ended: string;
    /** `{date}`: "1 October 2026", by Intl. */
    since: string;
  };
  /** The offer to keep weeks on a server. */
  offer: { label: string; text: string; look: string; no: string };
  empty: {
    practice: string;
    waiting: string;
    choose: string;
    whatComes: string;
    comes: readonly [string, string, string, string];
    tryFirst: string;
    tryText: string;
    /** `{site}` is a link such as toward.example.org. */
    tryOn: string;
    tryAnywhere: string;
    tryWeek: string;
  };
  /** When something did not work. */
  problems: {
    asleep: string;
    full: string;
    /** `{reason}` is a word of the browser's own, in English. */
    failed: string;
  };
}

/**
 * The Monday letter. It tells of both sides alike, and of no one as the one who did more.
 * `{name}` is a person's name, or of a chat; `{names}` a list of them by Intl: they come as they
 * are, without a case or a gender, so a pattern has them where the plain form is right, such as
 * after a colon. `{n}` is a number of days in words, 2 to 7.
 */
export interface Letter {
  noChat: Patterns;
  /** Before the story of a first week that is running, and of one that is over. */
  firstSoFar: Patterns;
  first: Patterns;
  /** No message in the running week, and in a finished one. */
  nothingSoFar: Patterns;
  quiet: Patterns;
  /** One chat with a person: days on which both wrote. */
  onePerson: PluralPatterns;
  onePersonEveryDay: Patterns;
  /** One group, or one chat without a name. */
  oneChat: PluralPatterns;
  oneChatEveryDay: Patterns;
  /** Messages, and no day on which they went both ways: tell of neither side. */
  oneWay: PluralPatterns;
  /** Two people or more; with each of them messages went both ways. */
  severalPeople: Patterns;
  /** Any chats with messages. */
  severalChats: Patterns;
  /** After one of the two: days on which messages went both ways, over all chats together. */
  severalDays: PluralPatterns;
  severalEveryDay: Patterns;
  /** In some chat each side was the first to write at least once. */
  bothBegan: Patterns;
  gaps: {
    paused: Patterns;
    'not-open': Patterns;
    broken: Patterns;
    /** The person erased counts of this week. */
    erased: Patterns;
    /** Counting began within this week. */
    begun: Patterns;
  };
  closing: Patterns;
}
