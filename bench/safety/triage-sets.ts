import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectPath } from '../../knowledge/data-file.js';
import { DISPOSITIONS, type Disposition } from '../../knowledge/safety/assessment.js';

/** A message or vignette with the disposition that it should get; `benign` may be routine or clearance. */
export interface TriageCase {
  id: string;
  text: string;
  age?: number;
  gold: Disposition | 'benign';
}

export interface TriageSet {
  name: string;
  /** Where it comes from, its licence, and what its labels mean. */
  about: string;
  ours: boolean;
  cases: TriageCase[];
}

const row = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  age: z.number().nullish(),
  vitals: z.record(z.string(), z.number()).optional(),
  gold: z.string().default('absent'),
});

const golds: Record<string, TriageCase['gold']> = {
  ...Object.fromEntries(DISPOSITIONS.map((disposition) => [disposition, disposition])),
  critical: 'emergency',
  massage_relevant_or_benign: 'benign',
  absent: 'routine',
};

/** Outside sets by their place in a folder given with --data; those that are not there are left out. */
const outside: (Omit<TriageSet, 'cases' | 'ours'> & { file: string; routineMeans?: TriageCase['gold'] })[] = [
  {
    name: 'ClinicaFlow vignettes',
    file: 'triage/clinicaflow.jsonl',
    about:
      'Amo-Zeng/clinicaflow-medgemma, MIT. Labels by that project’s own rubric for an emergency department, which calls a fresh stroke with calm vital signs “urgent”: ours sends that patient to an ambulance, and is right to. Vital signs are told behind the text as a patient or nurse would type them.',
    routineMeans: 'benign',
  },
  {
    name: 'Avey vignettes',
    file: 'triage/avey-dev.jsonl',
    about:
      'Avey’s 400 vignettes by way of medaks/symptomcheck-bench, MIT. Labels derived from the diagnosis, unreviewed.',
  },
  {
    name: 'Avey, absent findings only',
    file: 'negation/avey-absent-dev.jsonl',
    about: 'As above: lists of what the patient does not have. Nothing may fire.',
  },
];

export function ownTriageSet(): TriageSet {
  return {
    name: 'Our own messages',
    about:
      'test/data/triage.jsonl, written by hand for this project. The rules were made with it: it flatters them.',
    ours: true,
    cases: readCases(projectPath('test', 'data', 'triage.jsonl')),
  };
}

export function outsideTriageSets(folder: string): TriageSet[] {
  return outside
    .filter(({ file }) => existsSync(join(folder, file)))
    .map(({ name, about, file, routineMeans = 'routine' }) => ({
      name,
      about,
      ours: false,
      cases: readCases(join(folder, file)).map((each) =>
        each.gold === 'routine' ? { ...each, gold: routineMeans } : each,
      ),
    }));
}

/** @throws Error naming file and line */
function readCases(file: string): TriageCase[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      const parsed = row.safeParse(JSON.parse(line));
      const gold = parsed.success ? golds[parsed.data.gold] : undefined;
      if (!parsed.success || !gold) throw new Error(`${file}, line ${at + 1}: not {id, text, gold}`);
      const { id, age, vitals } = parsed.data;
      const text = vitals ? `${parsed.data.text} ${inOneSentence(vitals)}` : parsed.data.text;
      return [{ id, text, gold, ...(typeof age === 'number' && { age }) }];
    });
}

/** "HR 138, BP 82/54, temp 37.1 C, SpO2 95%, RR 22." */
function inOneSentence(vitals: Readonly<Record<string, number>>): string {
  const { heart_rate, systolic_bp, diastolic_bp, temperature_c, spo2, respiratory_rate } = vitals;
  const told = [
    heart_rate && `HR ${heart_rate}`,
    systolic_bp && `BP ${systolic_bp}${diastolic_bp ? `/${diastolic_bp}` : ' systolic'}`,
    temperature_c && `temp ${temperature_c} C`,
    spo2 && `SpO2 ${spo2}%`,
    respiratory_rate && `RR ${respiratory_rate}`,
  ].filter(Boolean);
  return told.length > 0 ? `${told.join(', ')}.` : '';
}
