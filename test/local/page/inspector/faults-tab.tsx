import type { FormEvent } from 'react';
import { useCallback, useEffect, useState } from 'react';
import { callLocal, deleteLocal, readLocal } from '../local/local-api';
import { faultsSchema } from '../local/schemas';
import type { FaultForm } from './fault-form';
import { EMPTY_FAULT, toFault } from './fault-form';

const TARGETS = ['jira', 'org', 'kvs', 'queue'];
const MODES = ['status', 'timeout', 'drop-after-write', 'stale-read', 'crash', 'crash-after-write'];

/** Faults that wait for their calls, and a form to add one. */
export function FaultsTab() {
  const [faults, setFaults] = useState<readonly unknown[]>([]);
  const [form, setForm] = useState<FaultForm>(EMPTY_FAULT);
  const [failure, setFailure] = useState('');
  const refresh = useCallback(() => {
    void readLocal(faultsSchema, '/__local/faults').then((read) => setFaults(read.faults));
  }, []);
  useEffect(refresh, [refresh]);
  const add = (event: FormEvent) => {
    event.preventDefault();
    setFailure('');
    callLocal(faultsSchema, '/__local/fault', toFault(form)).then(
      (read) => setFaults(read.faults),
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  };
  const removeAll = () => {
    void deleteLocal(faultsSchema, '/__local/faults').then((read) => setFaults(read.faults));
  };
  return (
    <>
      <FaultFields form={form} onChange={setForm} onSubmit={add} />
      {failure === '' ? null : (
        <p className="inspector-failure" role="alert">
          {failure}
        </p>
      )}
      <div className="inspector-tools">
        <strong>Still to come: {faults.length}</strong>
        <button type="button" className="strip-button" onClick={refresh}>
          Refresh
        </button>
        <button type="button" className="strip-button" onClick={removeAll} disabled={faults.length === 0}>
          Remove all
        </button>
      </div>
      <div className="calls">
        {faults.map((fault, index) => (
          <pre key={index}>{JSON.stringify(fault)}</pre>
        ))}
      </div>
    </>
  );
}

function FaultFields({
  form,
  onChange,
  onSubmit,
}: {
  readonly form: FaultForm;
  readonly onChange: (form: FaultForm) => void;
  readonly onSubmit: (event: FormEvent) => void;
}) {
  const field = (name: keyof FaultForm, label: string) => (
    <label>
      {label}
      <input
        className="strip-input"
        value={form[name]}
        onChange={(event) => onChange({ ...form, [name]: event.target.value })}
      />
    </label>
  );
  const choice = (name: keyof FaultForm, label: string, options: readonly string[]) => (
    <label>
      {label}
      <select
        className="strip-input"
        value={form[name]}
        onChange={(event) => onChange({ ...form, [name]: event.target.value })}
      >
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </label>
  );
  return (
    <form className="inspector-form" onSubmit={onSubmit}>
      {choice('target', 'Target', TARGETS)}
      {field('match', 'Match: METHOD /path, or get key-prefix, or push queue')}
      {choice('mode', 'Mode', MODES)}
      {form.mode === 'status' ? field('status', 'Status') : null}
      {field('times', 'Times')}
      {form.mode === 'status' ? (
        <label>
          Headers, one a line
          <textarea
            className="strip-input"
            rows={2}
            value={form.headers}
            onChange={(event) => onChange({ ...form, headers: event.target.value })}
          />
        </label>
      ) : null}
      <button type="submit" className="inspector-submit">
        Add fault
      </button>
    </form>
  );
}
