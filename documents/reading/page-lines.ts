/** A piece of text on a page of a PDF; `y` counts from the foot. */
export interface PagePiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface PageLine {
  text: string;
  readonly y: number;
  readonly height: number;
  right: number;
}

/**
 * Puts the pieces of a page together as lines in the page's own order, with an empty line where there is a gap of more
 * than a line, and a tab where there is one of more than a few letters: so stand columns in the head of an answer.
 */
export const linesOfPage = (pieces: readonly PagePiece[]): string => {
  const lines: PageLine[] = [];
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue;
    const last = lines.at(-1);
    const isSameLine =
      last !== undefined && Math.abs(last.y - piece.y) < last.height / 2 && piece.x >= last.right - 1;
    if (!isSameLine) {
      lines.push({ text: piece.text, y: piece.y, height: piece.height, right: piece.x + piece.width });
      continue;
    }
    const gap = piece.x - last.right;
    last.text += (gap > 2 * last.height ? '\t' : gap > last.height / 8 ? ' ' : '') + piece.text;
    last.right = piece.x + piece.width;
  }
  const usual = usualStep(lines);
  return lines.reduce((text, line, index) => {
    const above = lines[index - 1];
    if (above === undefined) return line.text;
    const step = above.y - line.y;
    return `${text}${step > usual * 1.4 || step < -usual ? '\n\n' : '\n'}${line.text}`;
  }, '');
};

/** The step from line to line that most of the page has. */
const usualStep = (lines: readonly PageLine[]): number => {
  const steps = lines
    .flatMap((line, index) => {
      const above = lines[index - 1];
      return above === undefined || above.y <= line.y ? [] : [Math.round(above.y - line.y)];
    })
    .sort((one, other) => one - other);
  return steps[Math.floor(steps.length / 3)] ?? lines[0]?.height ?? 12;
};
