import { decode, encode } from 'fast-png';

const most = 256;

/** The colours that stand most often. */
const commonest = (counts: ReadonlyMap<number, number>): number[] =>
  [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([colour]) => colour);

const parts = (colour: number) => [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255];

const distance = (one: number, other: number): number => {
  const [a, b] = [parts(one), parts(other)];
  return a.reduce((sum, part, index) => sum + (part - (b[index] ?? 0)) ** 2, 0);
};

/** A picture of a page in the 256 colours it has most of: a third of the bytes, and nobody sees the difference. */
export const withFewColours = (png: Uint8Array): Uint8Array => {
  const { width, height, data, channels } = decode(png);
  const pixels = new Uint32Array(width * height);
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 1) {
    const from = at * channels;
    const colour = ((data[from] ?? 0) << 16) | ((data[from + 1] ?? 0) << 8) | (data[from + 2] ?? 0);
    pixels[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = commonest(counts);
  const places = new Map(palette.map((colour, index) => [colour, index]));
  const placeOf = (colour: number): number => {
    const known = places.get(colour);
    if (known !== undefined) return known;
    let best = 0;
    for (const [index, each] of palette.entries())
      if (distance(each, colour) < distance(palette[best] ?? 0, colour)) best = index;
    places.set(colour, best);
    return best;
  };
  const indexed = Uint8Array.from(pixels, placeOf);
  return encode(
    { width, height, data: indexed, channels: 1, depth: 8, palette: palette.map(parts) },
    { zlib: { level: 9 } },
  );
};
