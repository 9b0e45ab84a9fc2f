import { makeRandom, type Random } from '../chaos/random.ts';

/** How one scanner's OCR spoils a text: what each sign becomes, with how often of a hundred times. */
export interface DamageStyle {
  readonly name: string;
  readonly becomes: Readonly<Record<string, readonly (readonly [string, number])[]>>;
}

/**
 * Habits of OCR programs that know no Swedish, made up here and not measured on the seeds: one drops the dots, one
 * guesses, one has a worn scanner that spoils other letters too, for which the repair has no remedy.
 */
export const damageStyles: readonly DamageStyle[] = [
  {
    name: 'dots dropped',
    becomes: { å: [['a', 100]], ä: [['a', 100]], ö: [['o', 100]] },
  },
  {
    name: 'guessing',
    becomes: {
      å: [
        ['a', 60],
        ['é', 20],
        ['4', 8],
        ['&', 6],
        ['à', 6],
      ],
      ä: [
        ['a', 55],
        ['é', 15],
        ['i', 12],
        ['&', 6],
        ['4', 6],
        ['ii', 6],
      ],
      ö: [
        ['o', 75],
        ['é', 8],
        ['6', 7],
        ['d', 5],
        ['0', 5],
      ],
    },
  },
  {
    name: 'worn scanner',
    becomes: {
      å: [
        ['a', 55],
        ['8', 15],
        ['3', 10],
        ['e', 10],
        ['', 10],
      ],
      ä: [
        ['a', 55],
        ['ü', 15],
        ['8', 10],
        ['e', 10],
        ['u', 10],
      ],
      ö: [
        ['o', 60],
        ['8', 15],
        ['c', 10],
        ['ü', 15],
      ],
      m: [
        ['m', 98],
        ['rn', 2],
      ],
      l: [
        ['l', 98],
        ['1', 2],
      ],
      c: [
        ['c', 98],
        ['e', 2],
      ],
    },
  },
];

/** Spoils a text in a style, the same way for the same seed. */
export const damaged = (text: string, style: DamageStyle, seed: number): string => {
  const random = makeRandom(seed);
  return [...text]
    .map((sign) => {
      const small = sign.toLocaleLowerCase('sv');
      const choices = style.becomes[small];
      if (choices === undefined) return sign;
      const chosen = pick(choices, random);
      return sign === small ? chosen : chosen.charAt(0).toLocaleUpperCase('sv') + chosen.slice(1);
    })
    .join('');
};

const pick = (choices: readonly (readonly [string, number])[], random: Random): string => {
  let left = random.between(1, 100);
  for (const [sign, share] of choices) {
    left -= share;
    if (left <= 0) return sign;
  }
  return choices[0]?.[0] ?? '';
};
