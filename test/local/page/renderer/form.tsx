import type {
  FormFooterProps,
  FormHeaderProps,
  FormProps,
  FormSectionProps,
  LabelProps,
} from '@atlaskit/forge-react-types';
import type { FormEvent } from 'react';
import {
  ErrorMessage as AtlaskitErrorMessage,
  FormFooter as AtlaskitFormFooter,
  FormHeader as AtlaskitFormHeader,
  FormSection as AtlaskitFormSection,
  HelperMessage as AtlaskitHelperMessage,
  Label as AtlaskitLabel,
  RequiredAsterisk as AtlaskitRequiredAsterisk,
  ValidMessage as AtlaskitValidMessage,
} from '@atlaskit/form';
import type { NodeProps } from './node-props';

interface MessageProps {
  readonly testId?: string;
}

/** Submits as UI Kit does: the browser's own checks are off and the app's handler gets no event. */
export function Form({ props, children }: NodeProps<Omit<FormProps, 'children'>>) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void props.onSubmit();
  };
  return (
    <form noValidate onSubmit={submit}>
      {children}
    </form>
  );
}

export function FormHeader({ props, children, view }: NodeProps<Omit<FormHeaderProps, 'children'>>) {
  return (
    <AtlaskitFormHeader title={view.element(props.title)} description={view.element(props.description)}>
      {children}
    </AtlaskitFormHeader>
  );
}

export function FormSection({ props, children, view }: NodeProps<Omit<FormSectionProps, 'children'>>) {
  return (
    <AtlaskitFormSection
      {...(props.title === undefined ? {} : { title: view.element(props.title) })}
      {...(props.description === undefined ? {} : { description: view.element(props.description) })}
    >
      {children}
    </AtlaskitFormSection>
  );
}

export function FormFooter({ props, children }: NodeProps<Omit<FormFooterProps, 'children'>>) {
  return <AtlaskitFormFooter align={props.align ?? 'end'}>{children}</AtlaskitFormFooter>;
}

export function Label({ props, children }: NodeProps<Omit<LabelProps, 'children'>>) {
  const { labelFor, ...rest } = props;
  return (
    <AtlaskitLabel {...rest} htmlFor={labelFor}>
      {children}
    </AtlaskitLabel>
  );
}

export function HelperMessage({ props, children }: NodeProps<MessageProps>) {
  return <AtlaskitHelperMessage {...props}>{children}</AtlaskitHelperMessage>;
}

export function ErrorMessage({ props, children }: NodeProps<MessageProps>) {
  return <AtlaskitErrorMessage {...props}>{children}</AtlaskitErrorMessage>;
}

export function ValidMessage({ props, children }: NodeProps<MessageProps>) {
  return <AtlaskitValidMessage {...props}>{children}</AtlaskitValidMessage>;
}

export function RequiredAsterisk() {
  return <AtlaskitRequiredAsterisk />;
}
