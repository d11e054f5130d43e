import type { WeekWords } from './type';

export const en: WeekWords = {
  page: {
    title: 'Your week',
    soFar: '{dates}, so far',
    running: 'So far this week',
    untilYesterday: 'Told up to yesterday, and renewed once a day.',
    nothingYet: 'The week has begun today. From tomorrow on it is told here, renewed once a day.',
    practice:
      'This is the practice chat’s week. It stays apart from your real weeks and is never uploaded.',
    toOwnWeeks: 'To your own weeks',
    unchanged: 'Nothing has changed since this morning.',
    joined: 'Joined with what your other browsers counted.',
    serverAway: 'Your server did not answer, so this page shows what this browser counted.',
    before: 'The week before',
    after: 'The week after',
    weeks: 'Weeks',
  },
  parts: {
    letter: 'The Monday letter',
    reflection: 'A question for the week',
    note: 'Your note',
    guess: 'A guess before the figures',
    openings: 'Who began',
    felt: 'How it felt',
    messages: 'Messages by day',
    earlier: 'The weeks before',
    reflections: 'More to think about',
    helped: 'Whether the cards helped',
  },
  hiding: {
    hide: 'Hide',
    hideLabel: 'Hide “{part}” for good',
    hidden: '“{part}” stays hidden.',
    undo: 'Undo',
    options: 'The options can bring it back',
  },
  chat: { nameless: 'Chat {n}', practice: 'the practice chat' },
  numerals: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'],
  letter: {
    noChat: [
      'Nothing is counted yet, because no chat is chosen. That is a fine place to begin.',
      'This page is empty, and yours. It begins when you choose a chat.',
      'No chat is chosen here. Once there is one, its weeks are told on this page.',
    ],
    firstSoFar: [
      'Your first week has begun.',
      'This is the first week that Toward looks on.',
      'A beginning: the first week.',
    ],
    first: [
      'This was your first week with Toward, so it stands on its own.',
      'The first week is told.',
      'Here is a first week, as it was.',
    ],
    nothingSoFar: [
      'Nothing has been counted this week so far. There is time.',
      'The week is young here. What comes will be told on this page.',
      'This week’s page is blank so far, and that is all right.',
    ],
    quiet: [
      'It was a quiet week in the chats you chose. Quiet can be many things.',
      'No messages were seen this week. Life also happens away from the keyboard.',
      'This week was silent on this page. That may be rest, a visit, or a busy time.',
      'Nothing was counted this week. You may know what filled it.',
      'The page stayed blank this week. Not every week is made of messages.',
    ],
    onePerson: [
      {
        one: 'You and {name} were in touch on one day.',
        other: 'You and {name} were in touch on {n} days.',
      },
      {
        one: 'On one day, messages went both ways between you and {name}.',
        other: 'On {n} days, messages went both ways between you and {name}.',
      },
      {
        one: 'You and {name} heard from each other on one day.',
        other: 'You and {name} heard from each other on {n} days.',
      },
      {
        one: 'One day had something from both of you, you and {name}.',
        other: 'There was something from both of you, you and {name}, on {n} days.',
      },
      {
        one: 'You and {name}: messages to and fro on one day.',
        other: 'You and {name}: messages to and fro on {n} days.',
      },
    ],
    onePersonEveryDay: [
      'You and {name} were in touch every day.',
      'Every day had something from both of you, you and {name}.',
      'You and {name} heard from each other every day of this week.',
    ],
    oneChat: [
      {
        one: '{name}: messages went both ways on one day.',
        other: '{name}: messages went both ways on {n} days.',
      },
      {
        one: 'In {name}, one day had something from both sides.',
        other: 'In {name}, there was something from both sides on {n} days.',
      },
      {
        one: 'Messages went to and fro in {name} on one day.',
        other: 'Messages went to and fro in {name} on {n} days.',
      },
    ],
    oneChatEveryDay: [
      '{name}: messages went both ways every day.',
      'Every day, messages went to and fro in {name}.',
    ],
    oneWay: [
      {
        one: 'There were messages in this chat on one day: {name}.',
        other: 'There were messages in this chat on {n} days: {name}.',
      },
      {
        one: '{name}: something was written on one day.',
        other: '{name}: something was written on {n} days.',
      },
      {
        one: 'This week had messages on one day: {name}.',
        other: 'This week had messages on {n} days: {name}.',
      },
    ],
    severalPeople: [
      'You were in touch with {names}.',
      'Messages went both ways with {names}.',
      'There were messages to and fro with {names}.',
      '{names}: with each of them, something went to and fro.',
      'You heard from these people, and they heard from you: {names}.',
    ],
    severalChats: [
      'There were messages in these chats: {names}.',
      'These chats had messages: {names}.',
      'Something was written in these chats: {names}.',
    ],
    severalDays: [
      {
        one: 'On one day, messages went both ways.',
        other: 'On {n} days, messages went both ways.',
      },
      {
        one: 'One day had something to and fro.',
        other: 'There was something to and fro on {n} days.',
      },
      {
        one: 'In all, one day held messages in both directions.',
        other: 'In all, {n} days held messages in both directions.',
      },
    ],
    severalEveryDay: ['Every day, messages went both ways.', 'Every day had something to and fro.'],
    bothBegan: [
      'Both sides reached out first at some point.',
      'Some of it was begun by you, some of it came to you.',
      'Hellos came from both directions.',
      'There were first words from you, and first words to you.',
    ],
    gaps: {
      paused: [
        'Counting was paused for a part of the week, and that part stays blank.',
        'You paused the counting for a while; nothing from then is told.',
        'For a while counting rested, as you asked. Those hours are left blank.',
      ],
      'not-open': [
        'For a part of the week the page of a chat was not open here, so something may be missing.',
        'Some hours were out of sight, since a chat was not open in this browser.',
        'What came while a chat was closed here may be missing.',
      ],
      broken: [
        'On some days Toward could not read a site, so those days are told with a gap.',
        'A site could not be read for a while; the gap is drawn as a gap.',
        'A site was hard to read for a time. Those days are left open here.',
      ],
      erased: [
        'You erased a part of this week, and that part stays blank.',
        'What you erased is gone, and is not told here.',
      ],
      begun: [
        'Counting began within this week, so what came before is not told.',
        'What came before you chose a chat is not told here.',
      ],
    },
    closing: [
      'Calls, other apps and time side by side are not in here.',
      'What was said aloud, or elsewhere, is yours to add.',
      'This is what could be seen from here, and life is wider.',
      'The rest of the week, you know best.',
      'Errands, laughter and long walks are in no count.',
      'Counts can tell when. How it was, they leave to you.',
      'What these days meant stands nowhere but with you.',
    ],
  },
  thanks: {
    helpful: 'Noted, in this browser.',
    notNow: 'All right. Another time, or not.',
    stung: 'Thank you for saying so. This one will not come again.',
  },
  note: {
    label: 'Anything you would like to remember of this week',
    stays: 'It stays in this browser.',
    kept: 'Kept, in this browser.',
    old: 'Your note of four weeks ago',
    open: 'Open it',
  },
  guess: {
    question: 'Before you look: who began most of these chats?',
    choices: {
      me: 'Mostly me',
      them: 'Mostly them',
      both: 'Both',
      'no-idea': 'No idea',
      skipped: 'Skip',
    },
    never: 'Do not ask again',
    said: {
      me: 'Your guess: mostly you.',
      them: 'Your guess: mostly them.',
      both: 'Your guess: both.',
      'no-idea': 'You had no guess, which is a fine answer.',
    },
    count:
      'The count: {mine} begun by you and {theirs} by them. It misses calls and other apps. How does that fit how it felt?',
    none: 'The count saw nobody begin this week. It misses calls and other apps. How does that fit how it felt?',
    differ: 'Guess and count differ here, and both can be right.',
  },
  openings: {
    person: 'You began: {mine}. {name} began: {theirs}.',
    group: 'You began: {mine}. The others began: {theirs}.',
    other: 'You began: {mine}. The other side began: {theirs}.',
    table: 'By day',
    day: 'Day',
    you: 'You',
    others: 'The others',
    otherSide: 'The other side',
  },
  felt: {
    question: 'How does it feel with {name} these days?',
    answers: {
      lighter: 'Lighter than I’d like',
      right: 'About right',
      more: 'More than I’d like',
    },
    said: 'On {weekday} you said: “{answer}”.',
    newInLife: 'New in my life',
  },
  messages: {
    out: 'Out',
    in: 'In',
    outSum: 'Out: {figure}',
    inSum: 'In: {figure}',
    outChart: 'Messages out by day, as in the table below',
    inChart: 'Messages in by day, as in the table below',
    quiet: 'No messages that Toward can see: {names}.',
    gaps: 'Dashed: for a part of the day nothing was seen. {days}.',
    undated: 'Messages whose day is not certain are left out: {n}.',
    table: 'As a table',
    notSeen: 'Not seen',
    sum: 'The week',
  },
  gaps: {
    'not-installed': 'before Toward was here',
    'not-chosen': 'before you chose this chat',
    paused: 'paused',
    erased: 'erased by you',
    'not-open': 'not open in this browser',
    broken: 'could not be read here',
  },
  ahead: 'yet to come',
  earlier: {
    mine: 'You began',
    person: '{name} began',
    others: 'The others began',
    otherSide: 'The other side began',
    chart: '{series}: week by week, as in the table below',
    usual: 'This week: {n}. Most weeks: {low} to {high}.',
    usualOne: 'This week: {n}. Most weeks: {low}.',
    week: 'Week',
    mostWeeks: 'Most weeks',
    range: '{low} to {high}',
    nothing: 'nothing counted',
  },
  helped: {
    begin: 'Your own answers to the cards, since you began:',
    helpful: 'Helpful: {n}',
    notNow: 'Not now: {n}',
    stung: 'This stung: {n}',
    change: 'You know best whether they do you good. They can be fewer, other ones, or none.',
    options: 'Change the cards in the options',
  },
  atLeast: 'at least {n}',
  counted: {
    question: 'How is this counted?',
    message:
      'One bubble is one message, whatever is in it. Edits, reactions, deletions and system lines change nothing.',
    day: 'Each counts on the day of its own time, or on the day it was seen coming. A message whose direction is not clear is not counted.',
    elsewhere: 'Written on another device, it counts as soon as this chat shows it here.',
    signals: {
      days_in_touch: 'Days on which messages went both ways here, as far as Toward can see.',
      both_began: 'Each of you was the first to write here after a silence, once or more.',
      own_openings_4w:
        'How often you were the first to write here after a silence of some hours (six, if you did not change it).',
      their_openings_4w:
        'How often they were the first to write here after a silence of some hours (six, if you did not change it).',
    },
    hours: {
      one: 'Silence means: {n} hour or more.',
      other: 'Silence means: {n} hours or more.',
    },
    minutes: {
      one: 'Messages of one side within {n} minute of each other count as one.',
      other: 'Messages of one side within {n} minutes of each other count as one.',
    },
    afterGap:
      'After a gap in what was seen, and at the very first message counted, nobody is taken to have begun.',
    bars: 'Each bar is a week; the last one is the week shown here. A dashed frame means that a part of that week, or all of it, was not seen; the table says why. In other weeks without a bar nothing was counted.',
    band: 'The shaded band holds most of the last eight weeks (from the 10th to the 90th percentile), the line is their middle. Weeks with fewer than 10 turns are left out of it. It is a habit, and no goal.',
    enough:
      'Who began is compared where 8 beginnings or more were seen in these four weeks and in the four before; messages, where there were 60 or more on 10 days or more in four weeks.',
    undated:
      'What came while this chat was not open may belong to either side of a midnight. It is in no day and in no sum here.',
    answers:
      'Each card or thought counts once, by the button that you pressed last. Those where you pressed none, and those of a chat you deleted, are not in it.',
    unseen:
      'It cannot see calls, reactions, other apps, or what came and went while this chat was not shown in this browser.',
    atLeast: 'Several browsers saw parts of this, so each figure means “at least”.',
    ended: 'Counting has ended in this chat.',
    since: 'Counted since {date}.',
  },
  offer: {
    label: 'Keeping your weeks',
    text: 'Your weeks are kept in this browser. If you like, a server of your own can keep the daily counts too, so that they outlive a lost browser. No names and no words go there.',
    look: 'Look at it',
    no: 'No, thank you',
  },
  empty: {
    practice:
      'Nothing is counted in the practice chat yet. Choose it from Toward’s icon, and let the days pass.',
    waiting:
      'Toward is looking on. As soon as a message goes out or comes in, this page begins to fill.',
    choose:
      'This page is empty, and yours. Open a chat, click Toward’s icon, and choose that chat: from then on its weeks are told here.',
    whatComes: 'What will come here',
    comes: [
      'A short letter on how the week went, for both sides alike.',
      'A question to take along, and room for a note of your own.',
      'Who began, and messages out and in by day, with what the count cannot see.',
      'Later, the weeks before, so that slow changes can be seen.',
    ],
    tryFirst: 'Try it first',
    tryText: 'In the practice chat two weeks pass in about a minute, with a scripted partner.',
    tryOn: 'You find it on {site}.',
    tryAnywhere: 'You find it at /try on the server from which you got Toward.',
    tryWeek: 'To the practice chat’s week',
  },
  problems: {
    asleep:
      'Toward did not answer. Nothing is lost. Please close this page and open it again; if that does not help, restart the browser.',
    full: 'This browser has no room left, so new messages are not counted. What was counted is safe. Free some disk space and counting goes on by itself.',
    failed: 'That did not work ({reason}). Nothing is lost; please try again.',
  },
};
