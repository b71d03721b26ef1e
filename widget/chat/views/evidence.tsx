import { fill, strings } from '../strings.js';

export function Evidence({ level }: { level: string | undefined }) {
  if (!level) return null;
  return (
    <p class="evidence" dir="auto">
      {fill(strings.evidence, { level: strings.evidenceLevels[level] ?? level })}
    </p>
  );
}
