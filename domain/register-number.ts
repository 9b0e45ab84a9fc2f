import { z } from 'zod';

/** What a register number says. `month` is 1–12; `document` numbers a document within the case. */
export type RegisterNumberParts = {
  readonly year: number;
  readonly sequence: number;
  readonly month?: number;
  readonly classification?: string;
  readonly document?: number;
};

type Kind = 'text' | 'code' | 'year' | 'yy' | 'mm' | 'seq' | 'class' | 'doc';
/**
 * A piece of a pattern. `edge` is the text itself, or for a placeholder a character it may begin and end with.
 * `width` is the least number of digits of `{seq}`; `isFixed` says that it is also the greatest.
 */
type Token = {
  readonly kind: Kind;
  readonly edge: string;
  readonly width: number;
  readonly isFixed: boolean;
};
type Compiled = { readonly tokens: readonly Token[]; readonly matcher: RegExp };

const DIGIT = /[0-9]/;
const MAX_DIGITS = 9;
const piece = /\{(?<name>code|year|yy|mm|seq|class|doc)\}|\{seq:(?<width>[1-9])\}|(?<text>[^{}\p{C}]+)/gu;
/** Patterns are read once per series, not once per number. */
const compiledSeries = new WeakMap<RegisterSeries, Compiled>();

/**
 * One series of register numbers (diarienummer) of one authority, as configured (domain.md §2.2; OSL 5:2
 * asks for a "diarienummer or other designation").
 *
 * `pattern` is plain text with placeholders: `{code}` the `registerCode`; `{seq}` the running number, and
 * `{seq:4}` the same padded with zeros to at least 4 digits; `{year}` or `{yy}`; `{mm}` the month; `{class}`
 * a classification code (letters, digits, dots); `{doc}`, only last, a document's number in the case, left
 * out together with the text just before it when a number names the case as such.
 *
 * Two cases can never get the same text: a part of varying length must be followed and preceded by something
 * that cannot be taken for more of it. `{yy}{seq}` is therefore refused; `{yy}{seq:4}` is accepted and then
 * holds 9999 numbers a year; `{yy}{code}{seq}` is accepted if the code neither begins nor ends in a digit.
 * Between series it is for the configuration to see to: two series without `{code}` may collide.
 *
 * `sequenceScope` says when the running number starts again. `firstYear`: a two-digit year is read as one of
 * the hundred years from this one on, because after a century the texts come round again.
 */
export const registerSeries = z
  .strictObject({
    authority: z.string().trim().min(1),
    registerCode: z.string().regex(/^[\p{L}\p{N}]([\p{L}\p{N}. _-]*[\p{L}\p{N}])?$/u),
    pattern: z.string().max(80),
    sequenceScope: z.enum(['year', 'month']).default('year'),
    firstYear: z.int().min(1000).max(9900).default(2000),
  })
  .superRefine((series, context) => {
    for (const message of faults(series)) {
      context.addIssue({ code: 'custom', path: ['pattern'], message });
    }
  });
/** See {@link registerSeries}. */
export type RegisterSeries = z.infer<typeof registerSeries>;

/**
 * Writes a register number. `month` and `classification` are ignored where the pattern does not show them.
 *
 * @throws RangeError if the text would not say exactly this number: the sequence is too large for digits that
 * adjoin others (`LTV 160412` holds 9999 a year), a two-digit year is outside its century, a part the pattern
 * shows is missing or malformed, or a document number has no place in the pattern.
 */
export function formatRegisterNumber(series: RegisterSeries, parts: RegisterNumberParts): string {
  const { tokens } = compile(series);
  const suffixLength = parts.document === undefined && tokens.at(-1)?.kind === 'doc' ? 2 : 0;
  const shown = tokens.slice(0, tokens.length - suffixLength);
  const text = shown.map((token) => writers[token.kind](token, parts)).join('');
  const read = parseRegisterNumber(series, text);
  const isSame =
    (['year', 'sequence', 'document'] as const).every((part) => read?.[part] === parts[part]) &&
    (['month', 'classification'] as const).every((part) => [undefined, parts[part]].includes(read?.[part]));
  if (!isSame) throw new RangeError(`${JSON.stringify(parts)} cannot be written as ${series.pattern}`);
  return text;
}

/**
 * Reads a register number of this series; undefined if the text is not one, to the letter: no spaces around
 * it, no other case, no missing or superfluous zero. So a number has one text, and texts can be compared.
 * `LTV 160412` is number 412 of 2016, never a date.
 */
export function parseRegisterNumber(series: RegisterSeries, text: string): RegisterNumberParts | undefined {
  const found = compile(series).matcher.exec(text)?.groups;
  if (found === undefined) return undefined;
  const sequence = Number(found.seq);
  if (sequence === 0) return undefined;
  const yearsIntoWindow = (Number(found.yy) - (series.firstYear % 100) + 100) % 100;
  return {
    year: found.year === undefined ? series.firstYear + yearsIntoWindow : Number(found.year),
    sequence,
    ...(found.mm !== undefined && { month: Number(found.mm) }),
    ...(found.class !== undefined && { classification: found.class }),
    ...(found.doc !== undefined && { document: Number(found.doc) }),
  };
}

/**
 * Whether a registrar may type this as a case's number, where the region's own registry system is the master
 * and allots the numbers (architecture.md §5): a number of the series, naming the case and not a document in
 * it. That no other case has it is for the store to see to.
 */
export function isAcceptableTypedNumber(series: RegisterSeries, text: string): boolean {
  const parts = parseRegisterNumber(series, text);
  return parts !== undefined && parts.document === undefined;
}

function compile(series: RegisterSeries): Compiled {
  const known = compiledSeries.get(series);
  if (known !== undefined) return known;
  const tokens = tokenise(series.pattern, series.registerCode) ?? [];
  const sources = tokens.map((token) => expressions[token.kind](token));
  const suffix = tokens.at(-1)?.kind === 'doc' ? `(?:${sources.splice(-2).join('')})?` : '';
  const compiled = { tokens, matcher: new RegExp(`^${sources.join('')}${suffix}$`) };
  compiledSeries.set(series, compiled);
  return compiled;
}

/** The pattern in pieces; undefined if it holds a stray brace or a placeholder that does not exist. */
function tokenise(pattern: string, code: string): readonly Token[] | undefined {
  const matches = [...pattern.matchAll(piece)];
  if (matches.map((match) => match[0]).join('') !== pattern) return undefined;
  const tokens = matches.map(({ groups = {} }) => toToken(groups, code));
  return tokens.map((token, at) => ({ ...token, isFixed: token.width > 0 && adjoins(tokens, at, DIGIT) }));
}

function toToken(found: Record<string, string | undefined>, code: string): Token {
  const token = { edge: '0', width: Number(found.width ?? 0), isFixed: false };
  if (found.text !== undefined) return { ...token, kind: 'text', edge: found.text };
  if (found.name === 'code') return { ...token, kind: 'code', edge: code };
  const kinds = ['year', 'yy', 'mm', 'class', 'doc'] as const;
  return { ...token, kind: kinds.find((kind) => kind === found.name) ?? 'seq' };
}

/** Why a pattern is refused; empty if it may be used. */
function faults(series: RegisterSeries): string[] {
  const tokens = tokenise(series.pattern, series.registerCode);
  if (tokens === undefined) return ['unknown placeholder, stray brace or control character'];
  const count = (kind: Kind) => tokens.filter((token) => token.kind === kind).length;
  const endsWithDocument = tokens.at(-1)?.kind === 'doc' && tokens.at(-2)?.kind === 'text';
  const isAmbiguous = tokens.some((token, at) => adjoins(tokens, at, moreOf(token)));
  const rules: [boolean, string][] = [
    [count('seq') === 1, 'must hold {seq} exactly once'],
    [count('year') + count('yy') === 1, 'must hold one of {year} and {yy}, once'],
    [count('mm') <= 1 && count('class') <= 1 && count('doc') <= 1, 'holds a placeholder twice'],
    [series.sequenceScope === 'year' || count('mm') === 1, 'restarts each month, so must hold {mm}'],
    [count('doc') === 0 || endsWithDocument, '{doc} must come last, after text'],
    [series.pattern.trim() === series.pattern, 'begins or ends with a space'],
    [!isAmbiguous, 'is ambiguous: a part of varying length adjoins what could be more of it'],
  ];
  return rules.filter(([isKept]) => !isKept).map(([, message]) => message);
}

/** The characters that, next to a part of varying length, could be taken for more of it. Padding fixes {seq}. */
function moreOf(token: Token): RegExp | undefined {
  if (token.kind === 'class') return /[0-9A-Za-z.]/;
  return token.kind === 'doc' || (token.kind === 'seq' && token.width === 0) ? DIGIT : undefined;
}

function adjoins(tokens: readonly Token[], at: number, characters: RegExp | undefined): boolean {
  const neighbours = [tokens[at - 1]?.edge.at(-1), tokens[at + 1]?.edge.at(0)];
  return neighbours.some((character) => character !== undefined && characters?.test(character));
}

const writers: Record<Kind, (token: Token, parts: RegisterNumberParts) => string> = {
  text: (token) => token.edge,
  code: (token) => token.edge,
  year: (_, { year }) => String(year),
  yy: (_, { year }) => String(year % 100).padStart(2, '0'),
  mm: (_, { month }) => String(month).padStart(2, '0'),
  seq: ({ width }, { sequence }) => String(sequence).padStart(width, '0'),
  class: (_, { classification }) => classification ?? '',
  doc: (_, { document }) => String(document),
};

const literal = (token: Token) => token.edge.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const unpadded = (digits: number) => `[1-9][0-9]{${digits - 1},${MAX_DIGITS - 1}}`;

const expressions: Record<Kind, (token: Token) => string> = {
  text: literal,
  code: literal,
  year: () => '(?<year>[1-9][0-9]{3})',
  yy: () => '(?<yy>[0-9]{2})',
  mm: () => '(?<mm>0[1-9]|1[0-2])',
  seq: ({ width, isFixed }) => {
    const padded = width === 0 ? [] : [`[0-9]{${width}}`];
    const longer = isFixed || width === MAX_DIGITS ? [] : [unpadded(width + 1)];
    return `(?<seq>${[...padded, ...longer].join('|')})`;
  },
  class: () => '(?<class>[0-9A-Za-z]+(?:\\.[0-9A-Za-z]+)*)',
  doc: () => `(?<doc>${unpadded(1)})`,
};
