import type { CheckboxGroupProps } from '@atlaskit/forge-react-types';
import type { ComponentProps } from 'react';
import { useState } from 'react';
import { Checkbox as AtlaskitCheckbox } from '@atlaskit/checkbox';
import { Stack } from '@atlaskit/primitives';
import { Radio as AtlaskitRadio, RadioGroup as AtlaskitRadioGroup } from '@atlaskit/radio';
import AtlaskitRange from '@atlaskit/range';
import AtlaskitTextarea from '@atlaskit/textarea';
import AtlaskitTextfield from '@atlaskit/textfield';
import AtlaskitToggle from '@atlaskit/toggle';
import type { NodeProps } from './node-props';

// Props are declared as Atlaskit's: event handlers have been wrapped to take the browser's events by now.

export function Textfield({ props, view }: NodeProps<ComponentProps<typeof AtlaskitTextfield>>) {
  const { elemBeforeInput, elemAfterInput, ...rest } = props;
  return (
    <AtlaskitTextfield
      {...rest}
      elemBeforeInput={view.element(elemBeforeInput)}
      elemAfterInput={view.element(elemAfterInput)}
    />
  );
}

export function TextArea({ props }: NodeProps<ComponentProps<typeof AtlaskitTextarea>>) {
  return <AtlaskitTextarea {...props} />;
}

export function Checkbox({ props }: NodeProps<ComponentProps<typeof AtlaskitCheckbox>>) {
  return <AtlaskitCheckbox {...props} />;
}

export function CheckboxGroup({ props }: NodeProps<CheckboxGroupProps>) {
  const { name, options, onChange, isDisabled } = props;
  const [own, setOwn] = useState<readonly string[]>(props.defaultValue ?? []);
  const chosen = props.value ?? own;
  const toggle = (value: string, isChecked: boolean) => {
    const next = options
      .map((option) => option.value)
      .filter((other) => (other === value ? isChecked : chosen.includes(other)));
    setOwn(next);
    onChange?.(next);
  };
  return (
    <Stack>
      {options.map((option) => (
        <AtlaskitCheckbox
          key={option.value}
          name={name}
          value={option.value}
          label={option.label}
          isChecked={chosen.includes(option.value)}
          isDisabled={isDisabled === true || option.isDisabled === true}
          onChange={(event) => toggle(option.value, event.target.checked)}
        />
      ))}
    </Stack>
  );
}

export function Radio({ props }: NodeProps<ComponentProps<typeof AtlaskitRadio>>) {
  return <AtlaskitRadio {...props} />;
}

export function RadioGroup({ props }: NodeProps<ComponentProps<typeof AtlaskitRadioGroup>>) {
  return <AtlaskitRadioGroup {...props} />;
}

export function Range({ props }: NodeProps<ComponentProps<typeof AtlaskitRange>>) {
  return <AtlaskitRange {...props} />;
}

export function Toggle({ props }: NodeProps<ComponentProps<typeof AtlaskitToggle>>) {
  return <AtlaskitToggle {...props} />;
}
