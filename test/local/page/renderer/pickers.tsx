import type {
  CalendarProps,
  DatePickerProps,
  SelectProps,
  TimePickerProps,
} from '@atlaskit/forge-react-types';
import AtlaskitCalendar from '@atlaskit/calendar';
import {
  DatePicker as AtlaskitDatePicker,
  TimePicker as AtlaskitTimePicker,
} from '@atlaskit/datetime-picker';
import AtlaskitSelect from '@atlaskit/select';
import { menuAboveDialogs } from './menu-layer';
import type { NodeProps } from './node-props';

export function Select({ props }: NodeProps<SelectProps>) {
  const { id, inputId, ...rest } = props;
  const target = inputId ?? id;
  // `useForm` and Label name the field by `id`; on an Atlaskit select the labelled element is its input.
  return (
    <AtlaskitSelect {...rest} {...menuAboveDialogs} {...(target === undefined ? {} : { inputId: target })} />
  );
}

export function DatePicker({ props }: NodeProps<DatePickerProps>) {
  return <AtlaskitDatePicker {...props} />;
}

export function TimePicker({ props }: NodeProps<TimePickerProps>) {
  return <AtlaskitTimePicker {...props} />;
}

export function Calendar({ props }: NodeProps<CalendarProps>) {
  return <AtlaskitCalendar {...props} />;
}
