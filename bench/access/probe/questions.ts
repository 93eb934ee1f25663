//! The questions, in the order of the table, and what an answer is.

export const QUESTIONS = {
  axe: 'No violation of WCAG 2.2 A and AA that axe sees (contrast apart)',
  tree: 'Role, name and state in the accessibility tree',
  reach: 'Reached by Tab, with all its buttons',
  keys: 'Worked by keys alone: opened, changed and closed',
  focus: 'The focus is to be seen',
  error: 'The error belongs to the field (aria-invalid and a description)',
  into: 'What opens takes the focus and keeps it',
  back: 'What closes gives the focus back',
  escape: 'Escape closes',
  target24: 'Targets of 24 px, or room around them (AA)',
  target44: 'Targets of 44 px (AAA)',
  contrast: 'Contrast of words, placeholders too (AA)',
  motion: 'Nothing moves for those who asked for less motion',
  forced: 'With forced colours shape, state and focus are to be seen',
  letters: 'Words grow with the size of letters chosen in the browser',
} as const;

export type Question = keyof typeof QUESTIONS;

/** What is lacking, in few words; nothing means that it holds. A question that does not apply has no answer. */
export type Answers = Partial<Record<Question, string[]>>;

/** For when something does not hold. */
export function lacks(holds: boolean, words: string): string[] {
  return holds ? [] : [words];
}
