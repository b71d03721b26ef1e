import { percent } from './rate.js';
import type { Measure } from './score-triage.js';

const ROW = 44;
const LEFT = 270;
const WIDTH = 420;
const RIGHT = 190;

/** A bar for each measure with its interval as a whisker, and what is to be reached as a dashed line. */
export function barChart(title: string, measures: readonly Measure[]): string {
  const height = 64 + measures.length * ROW;
  const bars = measures.map((measure, at) => bar(measure, 48 + at * ROW)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + RIGHT} ${height}" role="img" aria-label="${title}" font-family="system-ui, sans-serif" font-size="14">
<rect width="100%" height="100%" fill="#fff"/>
<text x="16" y="26" font-size="17" font-weight="600" fill="#1c2b2b">${title}</text>
${bars}
</svg>
`;
}

function bar({ name, rate, goal }: Measure, y: number): string {
  const at = (share: number) => (LEFT + share * WIDTH).toFixed(1);
  const limit = 'atLeast' in goal ? goal.atLeast : goal.atMost;
  const middle = y + 14;
  return `<text x="${LEFT - 12}" y="${middle + 5}" text-anchor="end" fill="#1c2b2b">${name}</text>
<rect x="${LEFT}" y="${y}" width="${WIDTH}" height="28" fill="#eef4f2"/>
<rect x="${LEFT}" y="${y}" width="${(rate.share * WIDTH).toFixed(1)}" height="28" fill="#0b6e6e"/>
<path d="M${at(rate.low)} ${middle}H${at(rate.high)}M${at(rate.low)} ${middle - 6}v12M${at(rate.high)} ${middle - 6}v12" stroke="#d08700" stroke-width="2"/>
<path d="M${at(limit)} ${y - 3}v34" stroke="#9b1c1c" stroke-width="2" stroke-dasharray="4 3"/>
<text x="${LEFT + WIDTH + 12}" y="${middle + 5}" fill="#1c2b2b">${percent(rate.share)} % (${'atLeast' in goal ? 'at least' : 'at most'} ${percent(limit)})</text>`;
}
