/**
 * Keywords are looked for in texts whose OCR knew no Swedish (seeds 000 and 004), where å, ä and ö have become one or
 * two other signs: `län` is `lin`, `l4n` or `lan`, `för` is `for` or `fér`, `fullmäktige` is `fullméiktige`.
 */
const signs: Readonly<Record<string, string>> = {
  å: '[åäaàáâãéèeidq4&#6]{1,2}',
  ä: '[åäaàáâãéèeidq4&#6]{1,2}',
  ö: '[öoóòôéèed069]{1,2}',
};

/**
 * Letters and figures of Latin script. Without regard to case, the class of every letter there is takes milliseconds to
 * compile, in each pattern that has it.
 */
const sign = '[a-z0-9\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f]';

/** The edge of a word; the language's own knows only the letters of English. */
const edge = `(?:(?<=${sign})(?!${sign})|(?<!${sign})(?=${sign}))`;

/**
 * A pattern in which å, ä and ö also match what OCR makes of them, and a space matches any white space. Always without
 * regard to case, and with `^` and `$` at lines.
 */
export const spelt = (source: string, flags = ''): RegExp =>
  new RegExp(
    source
      .replace(/[åäö]/g, (letter) => signs[letter] ?? letter)
      .replaceAll(' ', '\\s+')
      .replaceAll('\\b', edge),
    `imu${flags}`,
  );
