import type { Moment } from '../../shared/nudge';
import type { Retired, ThoughtInfo } from '../../shared/views';

/** What the thoughts of a concept are about, in a few plain words. */
export const CONCEPTS: Record<string, string> = {
  bids: 'Small ways to reach each other',
  attachment: 'The pull to write again',
  'own-request': 'One plain wish',
  'accept-no-answer': 'When no message comes back',
  'self-reflection': 'What the mind makes of quiet',
  'inner-resources': 'Comfort of one’s own',
  'space-with-return': 'Quiet, and coming back',
  'co-regulation': 'Being open, being met',
  reciprocity: 'Giving and receiving freely',
  'balance-drive': 'The wish to be on a level',
  'slow-build': 'Slow changes',
  'swings-not-progress': 'Warm days after distance',
  'no-blame': 'Seeing without a verdict',
  'shared-presence': 'Being there',
  'image-or-presence': 'Large gestures and daily ones',
  asymmetry: 'Carrying the talk',
  'emotional-labour': 'Quiet work that tires',
  idealisation: 'The story in the silence',
  'passive-power': 'Waiting to be asked',
  'unspoken-rules': 'Needs that were never said',
  pacing: 'Closeness takes its time',
  'empathy-as-duty': 'When caring is a duty',
  'not-the-price': 'Holding out is no price',
  attunement: 'Listening to each other',
  'insight-as-deflection': 'Talking about feelings',
  'tone-setting': 'Who sets the tone',
  'not-too-much': 'Caring a lot',
  'burden-of-the-strong': 'The strong one',
  'weight-of-receiving': 'Being loved can be a lot',
  'heroic-story': '“I can handle it”',
  'self-worth': 'Self-respect',
  entitlement: 'Getting used to being given to',
  pressure: 'Pushing',
  distancing: 'Holding back',
  'shared-circle': 'A circle of two',
  'professional-help': 'Help from outside',
  'say-it-openly': 'Saying it openly',
  'stop-extracting': 'Ground of one’s own',
  'both-willing': 'It takes two, and time',
  'two-whole-people': 'Two whole people',
};

/** A server's newer concepts have no words here yet; own thoughts are concepts of their own. */
export function conceptName(concept: string): string {
  return CONCEPTS[concept] ?? (concept.startsWith('yours-') ? 'Your own' : 'Other thoughts');
}

export const WHERE: Record<Moment, string> = {
  opened: 'In a chat, when you open it.',
  composing: 'In a chat, before you write again.',
  sent: 'In a chat, after you wrote.',
  received: 'In a chat, when something of theirs has been there for some hours.',
  week: 'On the weekly page.',
  thought: 'As a thought for today.',
};

export const REASONS: Record<Retired, string> = {
  stung: 'You said that it stung, so it does not come any more.',
  'not-now': 'You said “not now” to it, so it does not come any more.',
  off: 'You switched it off.',
};

/** Counted figures stand in some texts; here they have no number. */
export function shownText(text: string): string {
  return text.replace(/\{\w+\}/g, '…');
}

/** Whether a search finds a thought; nothing typed finds all. */
export function isFound(query: string, thought: ThoughtInfo): boolean {
  const { concept, say, ask, try: small = '' } = thought;
  const text = [conceptName(concept), say, ask, small].join(' ').toLowerCase();
  const words = query.toLowerCase().split(/\s+/);
  return words.every((word) => text.includes(word));
}

/** By concept, in the order of the names; own thoughts have a list of their own. */
export function grouped(thoughts: readonly ThoughtInfo[]): [string, ThoughtInfo[]][] {
  const groups = new Map<string, ThoughtInfo[]>();
  for (const thought of thoughts.filter(({ id }) => !id.startsWith('yours-'))) {
    const name = conceptName(thought.concept);
    groups.set(name, [...(groups.get(name) ?? []), thought]);
  }
  return [...groups].sort(([a], [b]) => a.replace('“', '').localeCompare(b.replace('“', '')));
}

/** "helpful 3 times": a word with how often. */
export function times(word: string, n: number): string {
  return n === 1 ? `${word} once` : `${word} ${n} times`;
}
