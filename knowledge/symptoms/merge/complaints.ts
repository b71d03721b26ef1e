import type { Reading } from '../reading.js';
import type { Complaint } from '../report.js';

/**
 * Complaints with those of a message. Facts about a region already known go to it; facts about none go to the one
 * under discussion, the latest. "I meant my neck" puts the region named in the place of the latest.
 */
export function withComplaints(
  known: readonly Complaint[],
  { complaints, loose, correction }: Reading,
): Complaint[] {
  const list = [...known];
  for (const complaint of complaints) {
    const at = list.findIndex(({ region }) => region === complaint.region);
    const old = list[at];
    if (old) {
      list.splice(at, 1);
      list.push(joined(old, complaint));
    } else if (correction && known.length > 0 && complaints.length === 1) {
      // The region was the mistake; what was told of it holds.
      const latest = list.pop();
      list.push(latest ? joined({ ...latest, region: complaint.region }, complaint) : complaint);
    } else list.push(complaint);
  }
  const latest = list.pop();
  return latest ? [...list, joined(latest, loose)] : list;
}

/** What is told now replaces what was told before; triggers add up. */
function joined(old: Complaint, told: Partial<Complaint>): Complaint {
  return {
    ...old,
    ...told,
    region: old.region,
    triggers: [...new Set([...old.triggers, ...(told.triggers ?? [])])],
  };
}
