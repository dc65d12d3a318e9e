import {
  DatePicker,
  ErrorMessage,
  HelperMessage,
  Inline,
  Label,
  RequiredAsterisk,
  Select,
  Stack,
  TextArea,
  Textfield,
  User,
  UserPicker,
} from '@forge/react';
import React from 'react';
import type { Choice } from '../view-models/input';
import { choiceOf, choicesOf, peopleOf, textOf } from '../view-models/input';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** Label, input, help and what is wrong with the input, in that order. */
export function Field({
  id,
  label,
  help,
  error,
  isRequired,
  children,
}: FieldProps & { readonly children: React.ReactNode }) {
  return (
    <Stack space="space.050">
      <Label labelFor={id}>
        {label}
        {isRequired === true ? <RequiredAsterisk /> : null}
      </Label>
      {children}
      {help === undefined ? null : <HelperMessage>{help}</HelperMessage>}
      {error === undefined ? null : <ErrorMessage>{error}</ErrorMessage>}
    </Stack>
  );
}

interface TextProps extends FieldProps {
  /** Shown first; the field keeps its own text afterwards, because each keystroke crosses to another window. */
  readonly start: string;
  readonly onText: (text: string) => void;
  readonly type?: 'text' | 'number' | 'password' | undefined;
  readonly placeholder?: string | undefined;
}

export function TextInput({ start, onText, type = 'text', placeholder = '', ...field }: TextProps) {
  return (
    <Field {...field}>
      <Textfield
        id={field.id}
        name={field.id}
        type={type}
        defaultValue={start}
        placeholder={placeholder}
        isDisabled={field.isDisabled === true}
        isInvalid={field.error !== undefined}
        onChange={(event) => onText(textOf(event))}
      />
    </Field>
  );
}

export function LongTextInput({ start, onText, placeholder = '', ...field }: Omit<TextProps, 'type'>) {
  return (
    <Field {...field}>
      <TextArea
        id={field.id}
        name={field.id}
        defaultValue={start}
        placeholder={placeholder}
        minimumRows={3}
        isDisabled={field.isDisabled === true}
        isInvalid={field.error !== undefined}
        onChange={(event) => onText(textOf(event))}
      />
    </Field>
  );
}

interface ChoiceProps extends FieldProps {
  readonly choices: readonly Choice[];
  /** Empty for none. */
  readonly value: string;
  readonly onChoice: (value: string) => void;
  readonly isClearable?: boolean | undefined;
  readonly placeholder?: string | undefined;
}

export function ChoiceInput({
  choices,
  value,
  onChoice,
  isClearable,
  placeholder = 'Choose',
  ...field
}: ChoiceProps) {
  return (
    <Field {...field}>
      <Select
        inputId={field.id}
        name={field.id}
        options={choices}
        value={choices.find((choice) => choice.value === value) ?? null}
        placeholder={placeholder}
        isClearable={isClearable === true}
        isDisabled={field.isDisabled === true}
        isInvalid={field.error !== undefined}
        onChange={(option: unknown) => onChoice(choiceOf(option))}
      />
    </Field>
  );
}

interface ChoicesProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
  readonly onChoices: (values: string[]) => void;
}

export function ChoicesInput({ choices, values, onChoices, ...field }: ChoicesProps) {
  return (
    <Field {...field}>
      <Select
        inputId={field.id}
        name={field.id}
        options={choices}
        value={choices.filter((choice) => values.includes(choice.value))}
        isMulti
        isDisabled={field.isDisabled === true}
        isInvalid={field.error !== undefined}
        onChange={(options: unknown) => onChoices(choicesOf(options))}
      />
    </Field>
  );
}

interface DayProps extends FieldProps {
  /** `2026-11-02`; empty for none. */
  readonly value: string;
  readonly earliest: string;
  readonly latest?: string | undefined;
  readonly onDay: (day: string) => void;
}

export function DayInput({ value, earliest, latest, onDay, ...field }: DayProps) {
  return (
    <Field {...field}>
      <DatePicker
        id={field.id}
        name={field.id}
        value={value}
        minDate={earliest}
        {...(latest === undefined ? {} : { maxDate: latest })}
        dateFormat="D MMM YYYY"
        placeholder="Choose a day"
        isDisabled={field.isDisabled === true}
        isInvalid={field.error !== undefined}
        onChange={(day: unknown) => onDay(typeof day === 'string' ? day : '')}
      />
    </Field>
  );
}

interface PeopleProps {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly people: readonly string[];
  readonly onPeople: (people: string[]) => void;
  readonly isMulti: boolean;
  readonly isDisabled: boolean;
  readonly error?: string | undefined;
}

/** Chooses people by name; only account ids are kept. Who may not change them reads the names. */
export function PeopleInput(props: PeopleProps) {
  const { id, label, help, people, onPeople, isMulti, isDisabled, error } = props;
  if (isDisabled) {
    return (
      <Field id={id} label={label} help={people.length === 0 ? `Nobody. ${help}` : help}>
        <Inline space="space.100" shouldWrap>
          {people.map((accountId) => (
            <User key={accountId} accountId={accountId} />
          ))}
        </Inline>
      </Field>
    );
  }
  return (
    <Stack space="space.050">
      <UserPicker
        name={id}
        label={label}
        isMulti={isMulti}
        {...(people.length === 0 ? {} : { defaultValue: isMulti ? [...people] : (people[0] ?? '') })}
        placeholder="Type a name"
        onChange={(picked: unknown) => onPeople(peopleOf(picked))}
      />
      <HelperMessage>{help}</HelperMessage>
      {error === undefined ? null : <ErrorMessage>{error}</ErrorMessage>}
    </Stack>
  );
}
