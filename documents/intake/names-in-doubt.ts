/** Two names of a paper that may be the same person's. They are told, never merged (domain.md §11.3). */
export const likeNames = (names: readonly string[]): (readonly [string, string])[] => {
  const unique = [...new Set(names)];
  return unique.flatMap((one, index) =>
    unique.slice(index + 1).flatMap((other) => (areLike(one, other) ? [[one, other] as const] : [])),
  );
};

const areLike = (one: string, other: string): boolean => {
  const [first = '', ...restOfOne] = one.split(' ');
  const [second = '', ...restOfOther] = other.split(' ');
  const sameFirst = first === second;
  const sameLast = restOfOne.join(' ') === restOfOther.join(' ');
  if (sameFirst === sameLast) return false;
  return sameLast
    ? first.charAt(0) === second.charAt(0) &&
        (distance(first, second) <= 2 || sorted(first) === sorted(second))
    : distance(restOfOne.join(' '), restOfOther.join(' ')) <= 2;
};

const sorted = (word: string): string => [...word.toLocaleLowerCase('sv')].sort().join('');

/** Letters to change, put in or take out to make one word of the other. */
export const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [at, otherLetter] of [...other].entries()) {
      const changed = (row[at] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};
