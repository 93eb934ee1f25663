//! antd-mobile's components, each as its documentation shows it for a form, with the motion that its guide asks for.
import {
  Button, Calendar, Cascader, Checkbox, DatePicker, Dialog, Empty, ActionSheet, Form, ImageUploader, Input, List,
  NoticeBar, Picker, ProgressBar, Radio, Result, SearchBar, Skeleton, Space, Stepper, Steps, Switch, Tabs, TextArea,
  Toast, reduceMotion,
} from 'antd-mobile';
import { useEffect, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { ADDRESSES, CHOICES, ERROR, PHOTOGRAPH } from './words';
import { show } from './show';

/** Its guide on motion: follow the system's setting by hand. */
if (matchMedia('(prefers-reduced-motion: reduce)').matches) reduceMotion();

/** A form of one field. */
const inForm = (label: string, control: ReactElement, more: object = {}): ReactElement => (
  <Form layout="horizontal">
    <Form.Item name="field" label={label} {...more}>{control}</Form.Item>
  </Form>
);

/** A field that is wrong from the start. */
function Wrong(): ReactElement {
  const [form] = Form.useForm();
  useEffect(() => void form.validateFields().catch(() => undefined), [form]);
  return (
    <Form form={form} layout="horizontal">
      <Form.Item name="field" label="姓名" rules={[{ required: true, message: ERROR }]}>
        <Input placeholder="请输入姓名" />
      </Form.Item>
    </Form>
  );
}

/** A button that opens something. */
function Opening({ words, opened }: {
  words: string;
  opened: (visible: boolean, close: () => void) => ReactElement;
}): ReactElement {
  const [visible, setVisible] = useState(false);
  return (
    <>
      <Button data-opener onClick={() => setVisible(true)}>{words}</Button>
      {opened(visible, () => setVisible(false))}
    </>
  );
}

const PAGES: Record<string, () => ReactElement> = {
  button: () => <Button color="primary">提交申请</Button>,
  text_field: () => <Wrong />,
  textarea: () => inForm('留言', <TextArea placeholder="请输入留言" maxLength={50} rows={2} showCount />),
  radio: () => inForm('领取方式', (
    <Radio.Group>
      <Space direction="vertical"><Radio value="1">窗口领取</Radio><Radio value="2">邮寄</Radio></Space>
    </Radio.Group>
  )),
  checkbox: () => <Checkbox defaultChecked>我已阅读并同意</Checkbox>,
  switch: () => inForm('短信提醒', <Switch />, { valuePropName: 'checked', childElementPosition: 'right' }),
  stepper: () => inForm('随行人数', <Stepper />, { initialValue: 1, childElementPosition: 'right' }),
  date_picker: () => (
    <Opening words="到达日期" opened={(visible, onClose) => (
      <DatePicker title="到达日期" visible={visible} onClose={onClose} defaultValue={new Date(2026, 10, 24)} />
    )} />
  ),
  picker: () => (
    <Opening words="居住类型" opened={(visible, onClose) => (
      <Picker
        title="居住类型" visible={visible} onClose={onClose}
        columns={[CHOICES.map((words) => ({ label: words, value: words }))]}
      />
    )} />
  ),
  cascader: () => (
    <Opening words="地区" opened={(visible, onClose) => (
      <Cascader
        title="请选择所在地区" visible={visible} onClose={onClose}
        options={ADDRESSES(['label', 'value']) as { label: string; value: string }[]}
      />
    )} />
  ),
  uploader: () => inForm('照片', (
    <ImageUploader upload={async (file) => ({ url: URL.createObjectURL(file) })} />
  ), { initialValue: [{ url: PHOTOGRAPH }] }),
  tabs: () => (
    <Tabs>
      <Tabs.Tab title="进度" key="1">内容 1</Tabs.Tab>
      <Tabs.Tab title="材料" key="2">内容 2</Tabs.Tab>
      <Tabs.Tab title="说明" key="3">内容 3</Tabs.Tab>
    </Tabs>
  ),
  dialog: () => (
    <Button data-opener onClick={() => void Dialog.confirm({ title: '撤回申请', content: '撤回后可以重新提交。' })}>
      撤回申请
    </Button>
  ),
  sheet: () => (
    <Opening words="添加照片" opened={(visible, onClose) => (
      <ActionSheet
        extra="添加照片" cancelText="取消" closeOnAction visible={visible} onClose={onClose}
        actions={[{ text: '拍照', key: 'take' }, { text: '从相册选择', key: 'choose' }]}
      />
    )} />
  ),
  toast: () => <Button data-opener onClick={() => void Toast.show({ icon: 'success', content: '已保存' })}>保存</Button>,
  notice: () => <NoticeBar content="国庆假期窗口暂停办理，请提前安排。" color="alert" wrap />,
  steps: () => (
    <Steps current={1}><Steps.Step title="填写" /><Steps.Step title="核对" /><Steps.Step title="提交" /></Steps>
  ),
  progress: () => <ProgressBar percent={50} text />,
  calendar: () => <Calendar selectionMode="single" />,
  result: () => <Result status="success" title="申请已提交" description="我们会在 15 日内答复。" />,
  empty: () => <Empty description="还没有申请" />,
  skeleton: () => <><Skeleton.Title animated /><Skeleton.Paragraph lineCount={3} animated /></>,
  search: () => <SearchBar placeholder="请输入内容" showCancelButton />,
  cell: () => <List><List.Item extra="2 件" onClick={() => undefined}>我的申请</List.Item></List>,
};

show((id) => {
  const Page = PAGES[id];
  if (!Page) return false;
  createRoot(document.getElementById('subject')!).render(<Page />);
  return true;
});
