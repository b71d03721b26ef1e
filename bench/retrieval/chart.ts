import type { Measured } from './measure.js';
import { mean } from './quality.js';

const ROW = 54;
const LEFT = 220;
const WIDTH = 460;
const RIGHT = 90;

/** For each engine two bars: nDCG@10 of the questions, and of the patients' own words. */
export function qualityChart(measured: readonly Measured[]): string {
  const height = 78 + measured.length * ROW;
  const rows = measured.map((engine, at) => row(engine, 64 + at * ROW)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + RIGHT} ${height}" role="img" aria-label="Quality of retrieval" font-family="system-ui, sans-serif" font-size="14">
<rect width="100%" height="100%" fill="#fff"/>
<text x="16" y="26" font-size="17" font-weight="600" fill="#1c2b2b">nDCG@10, consumer health answers</text>
<rect x="${LEFT}" y="38" width="12" height="12" fill="#0b6e6e"/><text x="${LEFT + 18}" y="49" fill="#1c2b2b">questions, all documents</text>
<rect x="${LEFT + 210}" y="38" width="12" height="12" fill="#d08700"/><text x="${LEFT + 228}" y="49" fill="#1c2b2b">patients' own words, judged documents</text>
${rows}
</svg>
`;
}

function row({ name, questions, originals }: Measured, y: number): string {
  return `<text x="${LEFT - 12}" y="${y + 24}" text-anchor="end" fill="#1c2b2b">${name}</text>
${bar(mean(questions), y, '#0b6e6e')}
${bar(mean(originals), y + 20, '#d08700')}`;
}

function bar(quality: number, y: number, colour: string): string {
  const width = (quality * WIDTH).toFixed(1);
  return `<rect x="${LEFT}" y="${y}" width="${width}" height="17" fill="${colour}"/>
<text x="${LEFT + quality * WIDTH + 8}" y="${y + 14}" fill="#1c2b2b">${quality.toFixed(3)}</text>`;
}
