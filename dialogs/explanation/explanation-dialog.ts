import { rememberSources } from '../anytime/open-source.js';
import { PhaseDialog } from '../turn/phase-dialog.js';
import type { Turn } from '../turn/turn.js';
import { explain } from './explain.js';

/** How massage could help this complaint and where the evidence is thin; says it and moves on. */
export class ExplanationDialog extends PhaseDialog {
  constructor() {
    super('explanation');
  }

  override async ask(turn: Turn): Promise<'waiting' | 'done'> {
    const { record, assessment, services } = turn;
    const view = explain(record.report, assessment, services.guide);
    rememberSources(turn, view.citations);
    await turn.show(view);
    record.explained = true;
    return 'done';
  }

  override async answer(): Promise<boolean> {
    return false;
  }

  override why(): undefined {
    return undefined;
  }
}
