/**
 * The letter's sentences. Each speaks of both sides alike, names no one as the one who did more,
 * and claims no more than was counted. `{names}`, `{name}`, `{days}` are filled in.
 */

/** Sentences to choose one from. */
export type Patterns = readonly string[];

export const NO_CHAT: Patterns = [
  'Nothing is counted yet, because no chat is chosen. That is a fine place to begin.',
  'This page is empty, and yours. It begins when you choose a chat.',
];

export const FIRST_SO_FAR: Patterns = [
  'Your first week has begun. {story}',
  'This is the first week that Toward looks on. {story}',
  'A beginning. {story}',
];

export const FIRST: Patterns = [
  'This was your first week with Toward, so it stands on its own. {story}',
  'The first week is told. {story}',
  'A first week, as it was. {story}',
];

export const NOTHING_SO_FAR: Patterns = [
  'Nothing has been counted this week so far. There is time.',
  'The week is young here. What comes will be told on this page.',
];

export const QUIET: Patterns = [
  'It was a quiet week in the chats you chose. Quiet can be many things.',
  'No messages were seen this week. Life also happens away from the keyboard.',
  'This week was silent on this page. That may be rest, a visit, or a busy time.',
  'Nothing was counted this week. You may know what filled it.',
];

export const ONE_PERSON: Patterns = [
  'You and {name} were in touch on {days}.',
  'On {days}, messages went both ways between you and {name}.',
  'You and {name} heard from each other on {days}.',
  '{Days} had something from both of you, you and {name}.',
];

export const ONE_CHAT: Patterns = [
  'In {name}, messages went both ways on {days}.',
  '{name} had messages from both sides on {days}.',
];

/** There were messages, and no day on which they went both ways. */
export const ONE_APART: Patterns = [
  'Messages crossed in {name} on {days}, each in its own time.',
  'There were messages in {name} on {days}.',
];

/** Named people, with each of whom messages went both ways. */
export const SEVERAL_PEOPLE: Patterns = [
  'You were in touch with {names}.',
  'This week held you, and {names}.',
  'There were messages to and fro with {names}.',
  '{names}: with each of them, something went to and fro.',
];

/** Groups, chats without a name, or chats where messages went one way so far. */
export const SEVERAL_CHATS: Patterns = [
  'There were messages in these chats: {names}.',
  'These chats had messages: {names}.',
];

/** Over all chats together: no chat is told apart from the others. */
export const SEVERAL_DAYS: Patterns = [
  'On {days}, messages went both ways.',
  '{Days} had something to and fro.',
];

export const BOTH_BEGAN: Patterns = [
  'Both sides reached out first at some point.',
  'Some of it was begun by you, some of it came to you.',
  'Hellos came from both directions.',
];

export const GAPS: Record<'paused' | 'not-open' | 'broken', Patterns> = {
  paused: [
    'Counting was paused for a part of it, and that part stays blank.',
    'You had a pause in it; nothing from then is told.',
  ],
  'not-open': [
    'For a part of the week the page of a chat was not open here, so something may be missing.',
    'Some hours were out of sight, since a chat was not open in this browser.',
  ],
  broken: [
    'On some days Toward could not read a site, so those days are told with a gap.',
    'A site could not be read for a while; the gap is drawn as a gap.',
  ],
};

export const CLOSING: Patterns = [
  'Calls, other apps and time side by side are not in here.',
  'What was said aloud, or elsewhere, is yours to add.',
  'This is what could be seen from here, and life is wider.',
  'The rest of the week, you know best.',
];
