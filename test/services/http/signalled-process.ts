import { once } from 'node:events';
import { stopOnSignals } from '../../../services/http/stop-on-signals.js';
import { createLog } from '../../../services/telemetry/log.js';
import { guardProcess } from '../../../services/telemetry/process-guard.js';

const mode = process.argv[2];
const log = createLog({ level: 'info' });
guardProcess(log);

async function stop(): Promise<void> {
  if (mode === 'fail') throw new Error('my calf is swollen');
  process.stdout.write('stopping\n');
  await once(process.stdin, 'data');
  process.stdout.write('stopped\n');
}

stopOnSignals({ stop }, log);
if (mode === 'throw') setImmediate(throwWords);
if (mode === 'reject') {
  void Promise.reject(new Error('my calf is swollen'));
  setImmediate(() => process.stdout.write('still here\n'));
}
setInterval(() => {}, 60_000);
process.stdout.write('ready\n');

function throwWords(): void {
  throw new Error('my calf is swollen');
}
