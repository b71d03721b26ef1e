import { CodedError } from '../../../knowledge/coded-error.js';
import { stateCode } from '../../../services/places/state-code.js';

/** @throws CodedError STATE_UNKNOWN */
export function stateNamed(text: string): string {
  const code = stateCode(text);
  if (code !== undefined) return code;
  throw new CodedError('STATE_UNKNOWN', '--state: must be a state or province, such as MA or Massachusetts');
}
