import { Stack } from '@forge/react';
import React, { useState } from 'react';
import type { SettingsView } from '../../../../src/contract/settings-replies';
import { announce } from '../../hooks/announce';
import { useAction } from '../../hooks/use-action';
import { reviewErrors, reviewForm, reviewPayload } from '../../view-models/review-form';
import { Panel } from '../panel';
import { blackoutErrors } from '../../view-models/blackout-form';
import { AssignmentRules } from './assignment-rules';
import { BlackoutFields } from './blackout-fields';
import { NoticeFields } from './notice-fields';
import { ReviewFields } from './review-fields';
import { ReviewPeople } from './review-people';
import { SaveBar } from './save-bar';

interface ReviewPanelProps {
  readonly settings: SettingsView;
  readonly onSaved: (settings: SettingsView) => void;
}

/** How reviews run, who approves, audits and signs off, and who reviews what. */
export function ReviewPanel({ settings, onSaved }: ReviewPanelProps) {
  const [form, setForm] = useState(() => reviewForm(settings));
  const [tried, setTried] = useState(false);
  const save = useAction('save-review-settings');
  const errors = reviewErrors(form);
  const send = async (): Promise<void> => {
    setTried(true);
    const payload = reviewPayload(form);
    if (payload === null) return;
    const after = await save.run(payload);
    if (after === null) return;
    onSaved(after);
    announce('Review settings saved', 'They hold from the next review. An open review keeps its own.');
  };
  return (
    <Panel title="Review rules and people" description="An open review keeps the rules that it opened with.">
      <Stack space="space.200">
        <ReviewFields
          form={form}
          errors={tried ? errors : {}}
          isDisabled={!settings.mayChange}
          onForm={setForm}
        />
        <NoticeFields
          notice={form.notice}
          days={settings.calendar.noticeDays}
          errors={tried ? errors : {}}
          isDisabled={!settings.mayChange}
          onNotice={(notice) => setForm({ ...form, notice })}
        />
        <BlackoutFields
          form={form.blackout}
          errors={tried ? blackoutErrors(form.blackout) : {}}
          isDisabled={!settings.mayChange}
          onForm={(blackout) => setForm({ ...form, blackout })}
        />
        <ReviewPeople form={form} isDisabled={!settings.mayChange} onForm={setForm} />
        <AssignmentRules
          assignment={form.assignment}
          isDisabled={!settings.mayChange}
          onAssignment={(assignment) => setForm({ ...form, assignment })}
        />
        <SaveBar
          label="Save review settings"
          mayChange={settings.mayChange}
          busy={save.busy}
          error={save.error}
          onSave={() => void send()}
        />
      </Stack>
    </Panel>
  );
}
