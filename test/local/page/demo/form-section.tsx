import {
  Button,
  ErrorMessage,
  Form,
  FormFooter,
  FormHeader,
  FormSection,
  HelperMessage,
  Label,
  RequiredAsterisk,
  Select,
  Text,
  Textfield,
  Toggle,
  useForm,
  ValidMessage,
} from '@forge/react';
import { useState } from 'react';
import { Section } from './section';

interface Fields {
  title?: string;
  plan?: unknown;
  notify: boolean;
}

export function FormSample() {
  const { register, handleSubmit, getFieldId, formState } = useForm<Fields>({
    defaultValues: { notify: true },
  });
  const [sent, setSent] = useState('nothing yet');
  return (
    <Section title="Form">
      <Form onSubmit={handleSubmit((data) => setSent(JSON.stringify(data)))}>
        <FormHeader title="Settings">
          <Text>
            Required fields are marked <RequiredAsterisk />
          </Text>
        </FormHeader>
        <FormSection>
          <Label labelFor={getFieldId('title')}>
            Title <RequiredAsterisk />
          </Label>
          <Textfield {...register('title', { required: true, minLength: 3 })} />
          {formState.errors.title === undefined ? (
            <HelperMessage>At least three letters</HelperMessage>
          ) : (
            <ErrorMessage>A title of three letters or more is needed</ErrorMessage>
          )}
          <Label labelFor={getFieldId('plan')}>Plan</Label>
          <Select {...register('plan')} options={[{ label: 'Annual', value: 'annual' }]} />
          <Label labelFor={getFieldId('notify')}>Notify</Label>
          <Toggle {...register('notify')} />
        </FormSection>
        <FormFooter align="start">
          <Button type="submit" appearance="primary">
            Save
          </Button>
        </FormFooter>
      </Form>
      {sent === 'nothing yet' ? null : <ValidMessage>Saved</ValidMessage>}
      <Text>Sent: {sent}</Text>
    </Section>
  );
}
