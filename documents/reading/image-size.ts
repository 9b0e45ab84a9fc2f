/** Width times height of a PNG or JPEG as its head says, before any of it is unpacked; undefined if it says none. */
export const imagePixels = (bytes: Uint8Array): number | undefined => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length > 24 && view.toString('latin1', 12, 16) === 'IHDR') {
    return view.readUInt32BE(16) * view.readUInt32BE(20);
  }
  return pixelsOfJpeg(view);
};

const pixelsOfJpeg = (view: Buffer): number | undefined => {
  let at = 2;
  while (at + 9 < view.length && view[at] === 0xff) {
    const marker = view[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return view.readUInt16BE(at + 5) * view.readUInt16BE(at + 7);
    at += 2 + view.readUInt16BE(at + 2);
  }
  return undefined;
};

/** Whether a PNG or JPEG has its end; what a reader makes of one without is half a page. */
export const isWholeImage = (bytes: Uint8Array): boolean => {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 1024)));
  return bytes[0] === 0xff ? tail.includes(Buffer.from([0xff, 0xd9])) : tail.includes('IEND');
};
