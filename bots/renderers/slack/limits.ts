/** Block Kit's limits; a message that breaks one is refused whole. */
export const limits = {
  blocks: 50,
  elements: 25,
  button: 75,
  value: 2000,
  section: 3000,
  fields: 10,
  field: 2000,
  header: 150,
  options: 100,
  option: 75,
  optionValue: 150,
  checkboxes: 10,
  contextText: 2000,
  label: 2000,
  /** Slack cuts the fallback off at 40,000. */
  fallback: 39_000,
} as const;
