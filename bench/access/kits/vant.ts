//! Vant's components, each as its documentation shows it for a form.
import 'vant/lib/index.css';
import { createApp, reactive, type App } from 'vue/dist/vue.esm-bundler.js';
import Vant, { closeDialog, showConfirmDialog, showToast } from 'vant';
import { ADDRESSES, CHOICES, ERROR, PHOTOGRAPH } from './words';
import { show } from './show';

const model = reactive({
  open: false,
  text: '',
  choice: '1',
  checked: true,
  count: 1,
  date: ['2026', '11', '24'],
  place: '',
  files: [{ url: PHOTOGRAPH, isImage: true }],
  tab: 0,
});

/** A field that opens a sheet from below, as the documentation of every picker has it. */
const inSheet = (label: string, picker: string): string => `
  <van-field v-model="model.text" is-link readonly label="${label}" placeholder="请选择" data-opener @click="model.open = true" />
  <van-popup v-model:show="model.open" round position="bottom">${picker}</van-popup>`;

const TEMPLATES: Record<string, string> = {
  button: '<van-button type="primary">提交申请</van-button>',
  text_field: `<van-field v-model="model.text" label="姓名" placeholder="请输入姓名" error error-message="${ERROR}" />`,
  textarea: `<van-field v-model="model.text" rows="2" autosize label="留言" type="textarea" maxlength="50"
    placeholder="请输入留言" show-word-limit />`,
  radio: `<van-field name="radio" label="领取方式"><template #input><van-radio-group v-model="model.choice">
    <van-radio name="1">窗口领取</van-radio><van-radio name="2">邮寄</van-radio></van-radio-group></template></van-field>`,
  checkbox: '<van-checkbox v-model="model.checked">我已阅读并同意</van-checkbox>',
  switch: `<van-field name="switch" label="短信提醒"><template #input><van-switch v-model="model.checked" /></template>
    </van-field>`,
  stepper: `<van-field name="stepper" label="随行人数"><template #input><van-stepper v-model="model.count" /></template>
    </van-field>`,
  date_picker: inSheet(
    '到达日期',
    `<van-date-picker v-model="model.date" title="选择日期" @confirm="model.open = false" @cancel="model.open = false" />`,
  ),
  picker: inSheet(
    '居住类型',
    `<van-picker title="居住类型" :columns="choices" @confirm="model.open = false" @cancel="model.open = false" />`,
  ),
  cascader: inSheet(
    '地区',
    `<van-cascader v-model="model.place" title="请选择所在地区" :options="addresses" @close="model.open = false"
      @finish="model.open = false" />`,
  ),
  uploader: `<van-field name="uploader" label="照片"><template #input><van-uploader v-model="model.files" /></template>
    </van-field>`,
  tabs: `<van-tabs v-model:active="model.tab"><van-tab title="进度">内容 1</van-tab><van-tab title="材料">内容 2</van-tab>
    <van-tab title="说明">内容 3</van-tab></van-tabs>`,
  dialog: '<van-button data-opener @click="ask">撤回申请</van-button>',
  sheet: `<van-button data-opener @click="model.open = true">添加照片</van-button><van-action-sheet v-model:show="model.open"
    :actions="[{ name: '拍照' }, { name: '从相册选择' }]" cancel-text="取消" close-on-click-action description="添加照片" />`,
  toast: '<van-button data-opener @click="tell">保存</van-button>',
  notice: '<van-notice-bar left-icon="volume-o" wrapable :scrollable="false" text="国庆假期窗口暂停办理，请提前安排。" />',
  steps: `<van-steps :active="1"><van-step>填写</van-step><van-step>核对</van-step><van-step>提交</van-step></van-steps>`,
  progress: '<van-progress :percentage="50" />',
  calendar: `<van-calendar title="预约日期" :poppable="false" :show-confirm="false" :style="{ height: '500px' }" />`,
  empty: '<van-empty description="还没有申请" />',
  skeleton: '<van-skeleton title :row="3" />',
  search: '<van-search v-model="model.text" show-action label="地址" placeholder="请输入搜索关键词" />',
  cell: '<van-cell title="我的申请" value="2 件" is-link url="#next" />',
  countdown: '<van-count-down :time="60000" format="ss 秒" />',
};

show((id) => {
  const template = TEMPLATES[id];
  if (!template) return false;
  const app: App = createApp({
    template,
    setup: () => ({
      model,
      choices: CHOICES.map((text) => ({ text, value: text })),
      addresses: ADDRESSES(['text', 'value']),
      ask: () => showConfirmDialog({ title: '撤回申请', message: '撤回后可以重新提交。' }).catch(closeDialog),
      tell: () => showToast('已保存'),
    }),
  });
  app.use(Vant).mount('#subject');
  return true;
});
