//! WeUI's components: the examples that its own package carries, with the scripts that they carry. Pickers and what else
//! its example leaves to weui.js come from there.
import 'weui/dist/style/weui.min.css';
import weui from 'weui.js';
import { ADDRESSES } from './words';
import { show } from './show';
import actionsheet from 'weui/src/example/actionsheet/actionsheet.html';
import button from 'weui/src/example/button/button_default.html';
import checkbox from 'weui/src/example/form/form_checkbox.html';
import dialog from 'weui/src/example/dialog/dialog.html';
import list from 'weui/src/example/list/list.html';
import loadmore from 'weui/src/example/loadmore/loadmore.html';
import message from 'weui/src/example/msg/msg_success.html';
import picker from 'weui/src/example/picker/picker.html';
import progress from 'weui/src/example/progress/progress.html';
import radio from 'weui/src/example/form/form_radio.html';
import search from 'weui/src/example/searchbar/searchbar_filled.html';
import steps from 'weui/src/example/steps/steps_vertical.html';
import switches from 'weui/src/example/form/form_switch.html';
import tabs from 'weui/src/example/navbar/navbar.html';
import textarea from 'weui/src/example/form/form_textarea.html';
import textField from 'weui/src/example/form/form_input_status.html';
import information from 'weui/src/example/information-bar/information-bar.html';
import toast from 'weui/src/example/toast/toast.html';
import uploader from 'weui/src/example/uploader/uploader.html';

/** Zepto, which its examples are written for; `run.mjs` puts it before this script. */
declare const $: any;

interface Example {
  html: string;
  /** The part that is the component: the first that fits. The rest of the example is not shown. */
  part?: string;
  /** What opens it. */
  opener?: string;
  then?: () => void;
}

const EXAMPLES: Record<string, Example> = {
  button: { html: button, part: '.weui-btn_primary' },
  text_field: { html: textField, part: '.weui-cells__group:nth-of-type(2)', then: () => fill('#js_current_input', '123456789') },
  textarea: { html: textarea, part: '.weui-cells__group' },
  radio: { html: radio, part: '.weui-cells__group' },
  checkbox: { html: checkbox, part: '.weui-cells__group' },
  switch: { html: switches, part: '.weui-cell_switch' },
  date_picker: { html: picker, opener: '#showDatePicker' },
  picker: { html: picker, opener: '#showPicker' },
  cascader: { html: picker, opener: '#showPicker', then: openCascade },
  uploader: { html: uploader, part: '.weui-cells:has(#uploaderInputWithDelete)' },
  tabs: { html: tabs },
  dialog: { html: dialog, opener: '#showIOSDialog1' },
  sheet: { html: actionsheet, opener: '#showIOSActionSheet' },
  toast: { html: toast, opener: '#showToast' },
  notice: { html: information, part: '.weui-information-bar' },
  steps: { html: steps, part: '.weui-steps:nth-of-type(3)' },
  progress: { html: progress, part: '.weui-progress:nth-of-type(2)' },
  result: { html: message, part: '.weui-msg__text-area' },
  empty: { html: loadmore, part: '.weui-loadmore_line' },
  search: { html: search, part: '.weui-search-bar' },
  cell: { html: list, part: 'a.weui-cell_access' },
};

/** Types into a field as a person would, so that the example's own script answers. */
function fill(field: string, words: string): void {
  $(field).val(words).trigger('input');
}

/** The example has no cascade; weui.js documents one, in place of the example's single column. */
function openCascade(): void {
  $('#showPicker').off('click').on('click', () => weui.picker(ADDRESSES(['label', 'value']), {
    depth: 3, title: '请选择所在地区', onConfirm: () => undefined,
  }));
}

/** Shows the part alone, and leaves the rest of the example in place, unseen, for its script. */
function alone(part: Element): void {
  for (let inner = part; inner.id !== 'subject'; inner = inner.parentElement!) {
    for (const other of inner.parentElement!.children) if (other !== inner) other.toggleAttribute('hidden', true);
  }
}

show((id) => {
  const example = EXAMPLES[id];
  if (!example) return false;
  Object.assign(window, { weui });
  const rules = '[hidden]{display:none!important} .page__hd{display:none}';
  $('head').append(`<style>${rules}</style>`);
  // What its index.html has beside every example.
  $('body').prepend('<span aria-hidden="true" id="js_a11y_comma" class="weui-hidden_abs">，</span>');
  $('#subject').html(example.html);
  if (example.opener) $(example.opener).attr('data-opener', '').siblings().attr('hidden', '');
  $(() => {
    if (example.part) alone(document.querySelector(`#subject ${example.part}`)!);
    example.then?.();
  });
  return true;
});
