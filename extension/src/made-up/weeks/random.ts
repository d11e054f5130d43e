/** Chance that is the same for the same seed. */

export type Random = () => number;

/** Mulberry32: uniform in [0, 1). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Range = readonly [low: number, high: number];

export function between(random: Random, [low, high]: Range): number {
  return low + (high - low) * random();
}

/** A whole number, both ends included. */
export function whole(random: Random, [low, high]: Range): number {
  return low + Math.floor((high - low + 1) * random());
}

/** How many, where `mean` come on average and each comes on its own (Poisson, by Knuth). */
export function howMany(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let left = random(); left > limit; left *= random()) count++;
  return count;
}

/** Mostly near the middle, now and then many times as long (log-logistic, median `middle`). */
export function waitOf(random: Random, middle: number): number {
  const u = Math.min(0.99, Math.max(0.01, random()));
  return middle * (u / (1 - u)) ** 0.6;
}

/** One of the names, each as likely as its weight among all. */
export function oneOf<T extends string>(random: Random, weights: Partial<Record<T, number>>): T {
  const all = Object.entries(weights) as [T, number][];
  let left = random() * all.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of all) {
    left -= weight;
    if (left < 0) return name;
  }
  return (all.at(-1) as [T, number])[0];
}
