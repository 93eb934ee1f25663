//! The findings as a page to read and as rows for the bench.
import { QUESTIONS, type Answers, type Question } from './questions';

export interface Finding {
  /** The component's title, and the kit's with its version. */
  component: string;
  kit: string;
  isOurs: boolean;
  /** Nothing when the kit has no such component. */
  answers: Answers | undefined;
}

/** How many questions there were, and how many of them hold. */
function score(answers: Answers): { held: number; asked: number } {
  const all = Object.values(answers);
  return { held: all.filter((lacking) => lacking.length === 0).length, asked: all.length };
}

export function markdown(findings: Finding[], notes: string, day: Date, browser: string): string {
  const kits = [...new Set(findings.map(({ kit }) => kit))];
  const components = [...new Set(findings.map(({ component }) => component))];
  const table = (head: string[], lines: string[][]): string =>
    [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const cell = (component: string, kit: string): string => {
    const answers = findings.find((finding) => finding.component === component && finding.kit === kit)?.answers;
    if (!answers) return '–';
    const { held, asked } = score(answers);
    const lacking = Object.values(answers).flat();
    return `**${held}/${asked}** ${lacking.length > 0 ? lacking.join('; ') : 'nothing lacking'}`;
  };
  const byQuestion = (question: Question, kit: string): string => {
    const answers = findings.filter((finding) => finding.kit === kit).flatMap((finding) => finding.answers?.[question] ?? []);
    const asked = findings.filter((finding) => finding.kit === kit && finding.answers?.[question]).length;
    const held = findings.filter((finding) => finding.kit === kit && finding.answers?.[question]?.length === 0).length;
    return asked === 0 ? '–' : answers.length === 0 ? `**${held}/${asked}**` : `${held}/${asked}`;
  };
  return `${HEAD(day, browser)}

## By question
How many components hold of those that are asked.

${table(['Question', ...kits], (Object.keys(QUESTIONS) as Question[]).map((question) =>
  [QUESTIONS[question], ...kits.map((kit) => byQuestion(question, kit))]))}

## By component
What each lacks. The figures: questions that hold of those asked. –: the kit has no such component.

${table(['Component', ...kits], components.map((component) =>
  [component, ...kits.map((kit) => cell(component, kit))]))}

${notes}`;
}

const HEAD = (day: Date, browser: string): string => `# Access: our components beside Vant, antd-mobile and WeUI
Written by \`cargo xtask bench access\` on ${day.toISOString().slice(0, 10)} with Chromium ${browser}, 360 × 780. Don't edit it: what it says comes from bench/access/probe.`;

/** One row a component for \`cargo xtask bench\`: the share of the questions that hold. */
export function rows(findings: Finding[]): object[] {
  const components = [...new Set(findings.map(({ component }) => component))];
  return components.map((component) => {
    const share = ({ answers }: Finding): number | undefined => {
      if (!answers) return undefined;
      const { held, asked } = score(answers);
      return Math.round((held / asked) * 100);
    };
    const of = findings.filter((finding) => finding.component === component);
    return {
      case: component,
      metric: 'questions of access that hold',
      unit: '%',
      ours: of.filter(({ isOurs }) => isOurs).map(share)[0],
      peers: Object.fromEntries(of.filter(({ isOurs }) => !isOurs).flatMap((finding) => {
        const value = share(finding);
        return value === undefined ? [] : [[finding.kit, value]];
      })),
      bar: 1,
      better: 'higher',
    };
  });
}
