import type { QuestionView } from '../../../dialogs/views/view.js';
import { fill, strings } from '../strings.js';

export function Progress({ progress }: { progress: QuestionView['progress'] }) {
  if (!progress) return null;
  return <p class="progress">{fill(strings.progress, progress)}</p>;
}
