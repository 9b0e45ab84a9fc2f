/**
 * Keywords are looked for in texts whose OCR knew no Swedish (seeds 000 and 004), where å, ä and ö have become one or
 * two other signs: `län` is `lin`, `l4n` or `lan`, `för` is `for` or `fér`, `fullmäktige` is `fullméiktige`.
 */
const signs: Readonly<Record<string, string>> = {
  å: '[åäaàáâãéèeidq4&#6]{1,2}',
  ä: '[åäaàáâãéèeidq4&#6]{1,2}',
  ö: '[öoóòôéèed069]{1,2}',
};

/** The edge of a word; the language's own knows only the letters of English. */
const edge = '(?:(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}]))';

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
