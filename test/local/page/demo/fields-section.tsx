import {
  Calendar,
  Checkbox,
  CheckboxGroup,
  ChromelessEditor,
  CommentEditor,
  DatePicker,
  Icon,
  Inline,
  InlineEdit,
  Label,
  Radio,
  RadioGroup,
  Range,
  Select,
  Stack,
  Text,
  TextArea,
  Textfield,
  TimePicker,
  Toggle,
} from '@forge/react';
import { useState } from 'react';
import { Section } from './section';

const options = [
  { label: 'Jira', value: 'jira-software' },
  { label: 'Confluence', value: 'confluence' },
  { label: 'Jira Service Management', value: 'jira-servicedesk' },
];

export function FieldsSection() {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const set = (name: string) => (value: unknown) =>
    setValues((before) => ({ ...before, [name]: JSON.stringify(value) }));
  return (
    <Section title="Fields">
      <Inline space="space.400" shouldWrap alignBlock="start" rowSpace="space.200">
        <Stack space="space.100">
          <Label labelFor="text">Text</Label>
          <Textfield
            id="text"
            placeholder="Search a group"
            elemBeforeInput={<Icon glyph="search" label="" />}
            onChange={(event) => set('text')(event.target.value)}
          />
          <Label labelFor="area">Reason</Label>
          <TextArea id="area" placeholder="Why" onChange={(event) => set('area')(event.target.value)} />
          <Label labelFor="product">Product</Label>
          <Select inputId="product" options={options} onChange={set('product')} />
          <Label labelFor="products">Products</Label>
          <Select
            inputId="products"
            isMulti
            options={options}
            defaultValue={options.slice(0, 2)}
            onChange={set('products')}
          />
        </Stack>
        <Stack space="space.100">
          <Checkbox label="Only stale" onChange={(event) => set('checkbox')(event.target.checked)} />
          <CheckboxGroup
            name="verdicts"
            options={options}
            defaultValue={['confluence']}
            onChange={set('group')}
          />
          <Radio label="One radio" name="single" value="one" />
          <RadioGroup
            name="mode"
            options={options.map((option) => ({ name: 'mode', ...option }))}
            onChange={(event) => set('radio')(event.target.value)}
          />
          <Toggle id="toggle" label="On" onChange={(event) => set('toggle')(event.target.checked)} />
          <Label labelFor="range">Threshold</Label>
          <Range id="range" min={30} max={180} step={30} defaultValue={90} onChange={set('range')} />
        </Stack>
        <Stack space="space.100">
          <Label labelFor="date">Due</Label>
          <DatePicker id="date" onChange={set('date')} defaultValue="2026-11-30" />
          <Label labelFor="time">At</Label>
          <TimePicker id="time" onChange={set('time')} />
          <Calendar defaultMonth={11} defaultYear={2026} onSelect={(event) => set('calendar')(event.iso)} />
        </Stack>
        <Stack space="space.100">
          <InlineEdit
            label="Edit in place"
            defaultValue="Quarterly review"
            editView={(field) => <Textfield {...field} autoFocus />}
            readView={() => <Text>Click to edit</Text>}
            onConfirm={set('inline')}
          />
          <CommentEditor onSave={set('comment')} onCancel={() => undefined} />
          <ChromelessEditor onChange={set('editor')} />
        </Stack>
      </Inline>
      <Text>Values: {JSON.stringify(values)}</Text>
    </Section>
  );
}
