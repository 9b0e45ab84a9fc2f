/** What JSON can say; everything that crosses a state's border is this. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Largest state payload on AWS, in bytes of UTF-8. */
export const LARGEST_PAYLOAD_BYTES = 262_144;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parses JSON text, or gives `undefined` for text that is not JSON (which JSON itself can never say). */
export const parseJson = (text: string): Json | undefined => {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
};

/** True when the text is longer than AWS lets a payload be; counts bytes only for texts that may be. */
export const isTooLarge = (text: string): boolean =>
  text.length > LARGEST_PAYLOAD_BYTES / 4 && Buffer.byteLength(text) > LARGEST_PAYLOAD_BYTES;
