/**
 * What is said in the practice chat, and when: data only. Times are local; `days` counts from the
 * sitting before. `back` is a return to the chat while something of Robin's is a few hours old.
 * The evening before each return ends with the visitor's words, so that little is left waiting.
 * A line is [who, minutes after the line before, words].
 */

/** What stands there at the beginning; hours before now. */
export const BEFORE = [
  ['robin', 27, 'Home again. The train was full, and everybody was kind about it.'],
  ['me', 26.9, 'Glad you are back.'],
];

export const FORTNIGHT = [
  {
    days: 0,
    lines: [
      ['me', 1, 'Hi Robin, how was your day?'],
      ['robin', 4, 'A bit long, and good. Yours?'],
      ['me', 3, 'The same. The walk home helped.'],
      ['robin', 2, 'Mine too. The river was very still.'],
      ['me', 2, 'Sleep well, Robin.'],
    ],
  },
  {
    days: 1,
    at: '09:10',
    lines: [
      ['robin', 0, 'Good morning. The bus was early for once.'],
      ['robin', 1, 'I nearly spilled my tea.'],
    ],
  },
  {
    days: 0,
    at: '13:40',
    back: true,
    lines: [
      ['me', 2, 'Poor tea. Did it live?'],
      ['robin', 6, 'Most of it did. Thank you for asking.'],
    ],
  },
  {
    days: 1,
    at: '18:20',
    lines: [
      ['me', 0, 'Do you know a good soup for cold evenings?'],
      ['robin', 12, 'Leek and potato. Slow, and a little too much pepper.'],
      ['me', 3, 'Pepper I have.'],
      ['robin', 2, 'Then you are nearly there.'],
      ['me', 4, 'I will tell you how it went.'],
    ],
  },
  {
    days: 2,
    at: '10:05',
    lines: [
      ['robin', 0, 'There is a small market by the river this week.'],
      ['robin', 2, 'Shall I bring you some of the honey?'],
    ],
  },
  {
    days: 0,
    at: '15:20',
    back: true,
    lines: [
      ['me', 1, 'Honey, yes, please. I would like that.'],
      ['robin', 9, 'Done. The dark one.'],
      ['me', 4, 'You remembered.'],
    ],
  },
  {
    days: 1,
    at: '20:15',
    lines: [
      ['me', 0, 'I made the soup.'],
      ['robin', 5, 'And?'],
      ['me', 2, 'Two bowls. I thought of you at the pepper.'],
      ['robin', 3, 'That makes me happy.'],
      ['me', 2, 'Good night to you.'],
    ],
  },
  {
    days: 1,
    at: '11:50',
    lines: [['robin', 0, 'My sister is visiting. She says hello.']],
  },
  {
    days: 0,
    at: '17:45',
    back: true,
    lines: [
      ['me', 2, 'Hello back to her. How long can she stay?'],
      ['robin', 7, 'Until Sunday. We are baking already.'],
    ],
  },
  {
    days: 1,
    at: '19:05',
    lines: [
      ['me', 0, 'I found the photograph from the lake.'],
      ['me', 1, 'We both have wet hair in it.'],
      ['robin', 6, 'I had forgotten the rain. I like that day more now.'],
      ['me', 3, 'Me too.'],
    ],
  },
  {
    days: 2,
    at: '08:50',
    lines: [
      ['robin', 0, 'Good morning from the quiet train.'],
      ['robin', 1, 'I can see snow on the hills.'],
    ],
  },
  {
    days: 0,
    at: '12:30',
    back: true,
    lines: [
      ['me', 1, 'Here it is rain. Send some of the snow.'],
      ['robin', 8, 'In a jar, tonight.'],
    ],
  },
  {
    days: 1,
    at: '18:40',
    lines: [
      ['me', 0, 'How did your talk go?'],
      ['robin', 15, 'My hands shook, and it went well.'],
      ['me', 2, 'Both can be true. I am glad.'],
      ['robin', 3, 'Thank you.'],
      ['me', 5, 'Rest well now.'],
    ],
  },
  {
    days: 1,
    at: '09:30',
    lines: [['robin', 0, 'I am slow this morning. Slow and all right.']],
  },
  {
    days: 0,
    at: '16:10',
    back: true,
    lines: [
      ['me', 3, 'Slow is allowed. I had a long lunch.'],
      ['robin', 5, 'Then we are two.'],
    ],
  },
  {
    days: 1,
    at: '21:00',
    lines: [
      ['me', 0, 'Would you like to walk on Sunday?'],
      ['robin', 11, 'I would. The long way round.'],
      ['me', 2, 'The long way it is.'],
    ],
  },
  {
    days: 1,
    at: '11:15',
    lines: [
      ['robin', 0, 'I have the gloves you lost in spring.'],
      ['robin', 1, 'They were in my winter coat.'],
    ],
  },
  {
    days: 0,
    at: '14:45',
    back: true,
    lines: [
      ['me', 2, 'Warm hands on Sunday, then.'],
      ['robin', 4, 'See you there.'],
    ],
  },
];

/** Robin's answers to the visitor's own words, in turn; Robin does not read them either. */
export const ANSWERS = [
  'I like hearing from you.',
  'Tell me more, if you like.',
  'That stays with me. Thank you.',
  'I was thinking about something like that on my walk.',
  'Good. I am making tea, and I am listening.',
  'What was that like for you?',
  'I am glad you wrote.',
  'Same here, in my own way.',
];
