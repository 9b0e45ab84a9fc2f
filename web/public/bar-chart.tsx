/** One bar: its name and its parts, in the order of the legend. */
export interface Bar {
  readonly label: string;
  readonly parts: readonly number[];
}

const size = { width: 640, label: 150, figure: 60, bar: 22, gap: 12 };

/**
 * Bars side by side, drawn without script or style. What it shows stands in the table beside it too, so it is one picture
 * to who cannot see it (WCAG 1.1.1); the figure stands at the end of each bar, so no colour has to be told from another.
 */
export const BarChart = ({
  title,
  bars,
  unit = '',
  fills = ['p0'],
}: {
  title: string;
  bars: readonly Bar[];
  unit?: string;
  /** The class that colours each part. */
  fills?: readonly string[];
}) => {
  const sums = bars.map(({ parts }) => parts.reduce((sum, each) => sum + each, 0));
  const greatest = Math.max(1, ...sums);
  const room = size.width - size.label - size.figure;
  const height = bars.length * (size.bar + size.gap);
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${size.width} ${height}`}
      role="img"
      aria-label={`${title}. Siffrorna står i tabellen.`}
    >
      {bars.map(({ label, parts }, row) => {
        const y = row * (size.bar + size.gap);
        const middle = y + size.bar / 2 + 5;
        const lengths = parts.map((each) => (each / greatest) * room);
        const ends = lengths.map((_, index) =>
          lengths.slice(0, index + 1).reduce((sum, each) => sum + each, 0),
        );
        return (
          <g>
            <text x={size.label - 8} y={middle} text-anchor="end">
              {label}
            </text>
            {lengths.map((length, index) => (
              <rect
                class={`part ${fills[index]}`}
                x={size.label + (ends[index] ?? 0) - length}
                y={y}
                width={length}
                height={size.bar}
              />
            ))}
            <text x={size.label + (ends.at(-1) ?? 0) + 6} y={middle}>
              {`${sums[row]}${unit}`}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
