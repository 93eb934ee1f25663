//! Whose components are asked, and where each stands.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Kit {
  id: string;
  title: string;
  /** Where the component stands alone; nothing when the kit has none. */
  address: (component: string) => string | undefined;
  /** Whether the component lies over the page in this kit, as it does in others. */
  isInPlace: (component: string) => boolean;
  /** What is there once the page is drawn. */
  ready: string;
  /** What lies over the page when it is open. */
  overlay: string;
  toast: string;
  opener: string;
}

/** Component → story of ours, and props that differ from the story's own. What we do not have is left out. */
const STORIES: Record<string, string> = {
  button: 'button/actions',
  text_field: 'text_input/error',
  textarea: 'character_count/room-left',
  radio: 'radio_cards/explained',
  checkbox: 'checkbox/consent',
  switch: 'switch/off',
  stepper: 'stepper/number',
  date_picker: 'date_input/chosen',
  picker: 'select/none-chosen',
  cascader: 'address/empty',
  uploader: 'uploader/empty',
  tabs: 'tabs/two',
  dialog: 'dialog/question?.open=false',
  sheet: 'sheet/list?.open=false',
  toast: 'toast/news',
  notice: 'notice/notice',
  steps: 'steps/steps',
  progress: 'progress/sending',
  calendar: 'calendar/choose',
  result: 'result/submitted',
  empty: 'empty/with-a-way-on',
  skeleton: 'skeleton/lines',
  search: 'combobox/streets',
  cell: 'cells/links',
  countdown: 'countdown/minutes',
};

/** Ours are fields of the browser's own, where the others open a sheet. */
const IN_PLACE = ['date_picker', 'picker', 'cascader'];

/** The kits in the order of the table, ours first. `ours` is the address of the gallery. */
export function kits(built: string, packages: string, ours: string | undefined): Kit[] {
  const peer = (id: string, title: string, versions: string[], overlay: string, toast: string): Kit => ({
    id,
    title: `${title} ${version(packages, versions[0]!)}${versions.slice(1).map((one) => ` + ${one} ${version(packages, one)}`).join('')}`,
    address: (component) => `file://${join(built, `${id}.html`)}#${component}`,
    isInPlace: () => false,
    ready: '[data-kit]',
    overlay,
    toast,
    opener: '[data-opener]',
  });
  const peers = [
    peer('vant', 'Vant', ['vant'], '.van-popup', '.van-toast'),
    peer('antd_mobile', 'antd-mobile', ['antd-mobile'], '.adm-popup-body, .adm-center-popup-wrap', '.adm-toast-main'),
    peer('weui', 'WeUI', ['weui', 'weui.js'], '[role=dialog]:not([aria-hidden=true])', '[role=alert] .weui-toast'),
  ];
  if (!ours) return peers;
  return [{
    id: 'ours',
    title: 'ours',
    address: (component) => STORIES[component] && `${ours}?canvas#/${STORIES[component]}`,
    isInPlace: (component) => IN_PLACE.includes(component),
    ready: '.canvas-story *',
    overlay: 'dialog[open]',
    toast: '.toast',
    opener: 'button',
  }, ...peers];
}

function version(packages: string, name: string): string {
  const manifest = join(packages, name, 'package.json');
  if (!existsSync(manifest)) throw new Error(`${name} is not installed`);
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
