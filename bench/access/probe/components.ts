//! The components that an applicant's form needs, and what is asked of each.
import type { Node } from './tree';

export interface Component {
  id: string;
  title: string;
  /** It is opened by a button, and lies over the page (`dialog`) or passes by itself (`toast`). */
  opens?: 'dialog' | 'toast';
  /** Of each group one key must do something, at one of the places where Tab stops. */
  keys?: string[][];
  /** Where those keys have to do something; everywhere unless told. */
  at?: string;
  /** What has more than one state: pressing the last of these changes it. Keys are tried there as well. */
  states?: string;
  /** It has an edge or a shape without which it is not recognised. */
  isDrawn?: boolean;
  /** It shows an error that belongs to a field. */
  hasError?: boolean;
  /** What the accessibility tree should say, as what is lacking. */
  lacks: (nodes: Node[]) => string[];
}

/** Something with the first of these roles that is there at all, and a name for each. */
const named = (...roles: string[]) => (nodes: Node[]): string[] => {
  const present = roles.find((role) => nodes.some((node) => node.role === role));
  if (!present) return [`no role ${roles[0]}`];
  const isNameless = nodes.some(({ role, name }) => role === present && (name === '' || UNNAMED_FILE.test(name)));
  return isNameless ? [`${present} without a name`] : [];
};

/** What the browser itself calls a file field without a name. */
const UNNAMED_FILE = /^(choose files?|选择文件|no files? chosen|未选择(任何)?文件)/i;

const all = (...asked: ((nodes: Node[]) => string[])[]) => (nodes: Node[]): string[] => asked.flatMap((ask) => ask(nodes));

/** At least one node that fits, or else these words. */
const some = (fits: (node: Node) => boolean, lack: string) => (nodes: Node[]): string[] => (nodes.some(fits) ? [] : [lack]);

const isText = ({ role }: Node): boolean => role === 'StaticText' || role === 'InlineTextBox';
const chosen = ({ properties }: Node): boolean =>
  ['checked', 'selected', 'pressed'].some((name) => properties[name] === true || properties[name] === 'true');

/** Where something is chosen in a picker, unlike its buttons for agreeing and closing. */
const CHOOSING = '[role=option], [role=listbox], [role=spinbutton], [role=radio], [role=menuitemradio], [role=slider], li, select, input';

const COLUMNS = ['listbox', 'spinbutton', 'combobox', 'Date', 'slider', 'radiogroup', 'textbox', 'grid'];
/** Columns that can be read: by role, or by buttons that tell what is chosen at present. */
const columns = (nodes: Node[]): string[] =>
  nodes.some(({ role, name }) => role === 'button' && /^当前/.test(name)) ? [] : named(...COLUMNS)(nodes);

const OPTIONS = ['option', 'radio', 'menuitem', 'menuitemradio', 'treeitem', 'combobox', 'checkbox', 'spinbutton', 'link'];
const TEXT = ['textbox', 'searchbox'];

/** What lies over the page says so. */
export const overThePage = all(named('dialog', 'alertdialog'), some(({ properties }) => properties.modal === true, 'not marked as modal'));

export const COMPONENTS: Component[] = [
  { id: 'button', title: 'Button', keys: [['Enter'], ['Space']], isDrawn: true, lacks: named('button') },
  { id: 'text_field', title: 'Text field with an error', keys: [['a']], isDrawn: true, hasError: true, lacks: named(...TEXT) },
  {
    id: 'textarea', title: 'Textarea with a counter', keys: [['a']], isDrawn: true,
    lacks: all(named(...TEXT), (nodes) => {
      const said = nodes.some((node) => (TEXT.includes(node.role) && /\d/.test(node.description)) || (node.isLive && isText(node) && /\d/.test(node.name)));
      return said ? [] : ['counter neither tied to the field nor announced'];
    }),
  },
  {
    id: 'radio', title: 'Radio', keys: [['Space', 'ArrowDown']], states: '[role=radio], input[type=radio]', isDrawn: true,
    lacks: all(named('radiogroup', 'group'), named('radio')),
  },
  {
    id: 'checkbox', title: 'Checkbox', keys: [['Space']], states: '[role=checkbox], input[type=checkbox]', isDrawn: true,
    lacks: named('checkbox'),
  },
  {
    id: 'switch', title: 'Switch', keys: [['Space']], states: '[role=switch], input[type=checkbox]', isDrawn: true,
    lacks: named('switch', 'checkbox'),
  },
  {
    id: 'stepper', title: 'Stepper', keys: [['Enter', 'ArrowUp'], ['Space', 'ArrowUp']], isDrawn: true,
    lacks: all(named('spinbutton', 'textbox'), named('button')),
  },
  { id: 'date_picker', title: 'Date', opens: 'dialog', keys: [['ArrowDown', 'Enter', 'Space', '1']], at: CHOOSING, lacks: columns },
  { id: 'picker', title: 'Picker, select', opens: 'dialog', keys: [['ArrowDown', 'Enter', 'Space']], at: CHOOSING, lacks: columns },
  { id: 'cascader', title: 'Address, cascader', opens: 'dialog', keys: [['ArrowDown', 'Enter', 'Space']], at: CHOOSING, lacks: named(...OPTIONS) },
  { id: 'uploader', title: 'Uploader', keys: [['Enter', 'Space']], isDrawn: true, lacks: named('button') },
  {
    id: 'tabs', title: 'Tabs', keys: [['ArrowRight', 'Enter', 'Space']], states: '[role=tab], .adm-tabs-tab',
    lacks: all(named('tablist'), named('tab'), named('tabpanel'), some((node) => node.role === 'tab' && chosen(node), 'selected tab not told')),
  },
  { id: 'dialog', title: 'Dialog', opens: 'dialog', lacks: () => [] },
  { id: 'sheet', title: 'Sheet', opens: 'dialog', lacks: named('button', 'link') },
  { id: 'toast', title: 'Toast', opens: 'toast', lacks: some((node) => node.isLive && isText(node), 'not announced') },
  {
    id: 'notice', title: 'Notice bar',
    // It stands on the page from the start and is read in its place: a role of its own is not needed.
    lacks: some((node) => isText(node) && node.name !== '', 'nothing said'),
  },
  {
    id: 'steps', title: 'Steps', isDrawn: true,
    lacks: all(
      some(({ role }) => role === 'list', 'no list'),
      some(({ properties }) => Boolean(properties.current), 'current step not told'),
    ),
  },
  {
    id: 'progress', title: 'Progress', isDrawn: true,
    lacks: all(named('progressbar', 'meter'), some(({ role, properties }) =>
      role !== 'progressbar' || properties.valuemax !== undefined || properties.valuenow !== undefined, 'no value')),
  },
  {
    id: 'calendar', title: 'Calendar', keys: [['ArrowRight', 'Enter', 'Space']],
    states: '[role=gridcell]:not(td), td button:enabled, .adm-calendar-cell',
    lacks: all(
      (nodes) => (nodes.filter(({ role }) => ['gridcell', 'cell', 'button', 'radio', 'option'].includes(role)).length >= 28 ? [] : ['days have no role']),
    ),
  },
  {
    id: 'result', title: 'Result',
    lacks: some(({ role, isLive }) => role === 'heading' || isLive, 'neither a heading nor announced'),
  },
  { id: 'empty', title: 'Empty', lacks: some((node) => isText(node) && node.name !== '', 'nothing said') },
  {
    id: 'skeleton', title: 'Skeleton',
    lacks: some(({ isLive, properties, role }) => isLive || properties.busy === true || role === 'progressbar', 'loading not told'),
  },
  { id: 'search', title: 'Search', keys: [['a']], isDrawn: true, lacks: named('searchbox', 'textbox', 'combobox') },
  { id: 'cell', title: 'Cell that leads on', keys: [['Enter']], lacks: named('link', 'button') },
  {
    id: 'countdown', title: 'Countdown',
    lacks: some(({ role, isLive }) => role === 'timer' || isLive, 'no role timer'),
  },
];
