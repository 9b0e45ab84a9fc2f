import { type Change, keepCost } from './channel.ts';

export interface Candidate {
  readonly word: string;
  readonly cost: number;
  readonly changes: readonly Change[];
}

interface Partial extends Candidate {
  readonly at: number;
}

const mostExamined = 3000;
const dearest = 22;

/**
 * What a word may have been before it was read, the likeliest first, the word as it stands among them. Words are taken
 * in small letters.
 */
export function* candidatesFor(
  seen: string,
  changesOf: (seen: string) => readonly Change[],
): Generator<Candidate> {
  const waiting = new Buckets();
  waiting.add({ word: '', cost: 0, changes: [], at: 0 });
  for (let examined = 0; examined < mostExamined; examined += 1) {
    const next = waiting.cheapest();
    if (next === undefined) return;
    if (next.at === seen.length) {
      yield next;
      continue;
    }
    const sign = seen.charAt(next.at);
    waiting.add({ ...next, word: next.word + sign, cost: next.cost + keepCost(sign), at: next.at + 1 });
    for (const length of [1, 2]) {
      const piece = seen.slice(next.at, next.at + length);
      if (piece.length < length) continue;
      for (const change of changesOf(piece)) {
        waiting.add({
          word: next.word + change.written,
          cost: next.cost + change.cost,
          changes: [...next.changes, change],
          at: next.at + length,
        });
      }
    }
  }
}

/** A queue by cost, to a tenth. */
class Buckets {
  readonly #buckets: Partial[][] = [];
  #lowest = 0;

  add(partial: Partial): void {
    if (partial.cost > dearest) return;
    const index = Math.round(partial.cost * 10);
    this.#buckets[index] ??= [];
    this.#buckets[index].push(partial);
    this.#lowest = Math.min(this.#lowest, index);
  }

  cheapest(): Partial | undefined {
    while (this.#lowest < this.#buckets.length) {
      const found = this.#buckets[this.#lowest]?.pop();
      if (found !== undefined) return found;
      this.#lowest += 1;
    }
    return undefined;
  }
}
