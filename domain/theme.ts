import { z } from 'zod';

/** A colour as CSS writes it, e.g. `#0b57a4`. */
const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'skriv färgen som #0b57a4')
  .transform((given) => given.toLowerCase());

/** The grounds that the pages stand on, in light and in dark: what the organisation's colours are read against. */
export const grounds = { light: '#ffffff', dark: '#16181c' } as const;

/** Least contrast of text to what is behind it (WCAG 2.2, 1.4.3, level AA). */
export const leastContrast = 4.5;

const channel = (hex: string): number => {
  const value = Number.parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const luminance = (hex: string): number =>
  0.2126 * channel(hex.slice(1, 3)) + 0.7152 * channel(hex.slice(3, 5)) + 0.0722 * channel(hex.slice(5, 7));

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export const contrastOf = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const pairs = [
  ['accent', grounds.light, 'länkar och knappar mot vit botten'],
  ['accentInDark', grounds.dark, 'länkar och knappar mot mörk botten'],
] as const;

/**
 * The organisation's four colours. They are refused when somebody could not read them (DOS-lagen 10 §; WCAG 1.4.3).
 */
export const colours = z
  .object({
    /** Links and buttons on light ground, and on dark. */
    accent: colour.default('#0b57a4'),
    accentInDark: colour.default('#9cc8ff'),
    /** The band at the top, and what stands on it. */
    band: colour.default('#0b3a6b'),
    onBand: colour.default('#ffffff'),
  })
  .superRefine((given, context) => {
    const tooFaint = (path: string, where: string, contrast: number) =>
      context.addIssue({
        code: 'custom',
        path: [path],
        message: `kontrasten för ${where} är ${contrast.toFixed(1)}, minst ${leastContrast} krävs`,
      });
    for (const [name, ground, where] of pairs) {
      const contrast = contrastOf(given[name], ground);
      if (contrast < leastContrast) tooFaint(name, where, contrast);
    }
    const onBand = contrastOf(given.onBand, given.band);
    if (onBand < leastContrast) tooFaint('onBand', 'texten i sidhuvudet', onBand);
  });
export type Colours = z.infer<typeof colours>;

/** A logo of one colour, drawn as a path: it takes the colour of the band and needs no file of its own. */
export const logo = z.object({
  viewBox: z.string().regex(/^[\d. -]+$/),
  path: z
    .string()
    .regex(/^[\w\d\s.,+-]+$/)
    .max(4000),
});

/** A line at the top of every page, e.g. that this is a place to practise. */
export const banner = z.object({
  text: z.string().trim().min(1).max(200),
  link: z.object({ label: z.string().min(1).max(80), href: z.string().startsWith('/').max(200) }).optional(),
});
