import { checkGuide } from '../../knowledge/guide/check/check-guide.js';

/** Every fault of the guide's pages, one a line as `file:line: CODE: what is wrong and what to write`. */
export function guideCheck(folder: string | undefined): boolean {
  const faults = checkGuide(folder, { today: new Date() });
  for (const { code, message } of faults)
    process.stdout.write(`${message.replace(/^(.*?:\d+:)/, `$1 ${code}:`)}\n`);
  process.stdout.write(
    faults.length === 0
      ? 'The guide is in order.\n'
      : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.\n`,
  );
  return faults.length === 0;
}
