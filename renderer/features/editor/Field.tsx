import { type ReactElement, type ReactNode, useId } from 'react';
import controls from './controls.module.css';
import { useEditor } from './editor-context';
import styles from './Field.module.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Told in place of the hint. */
  readonly fault?: string | undefined;
  readonly children: (field: FieldIds) => ReactNode;
}

export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

/** A label, a control and what is to be known of it. */
export function Field({ label, hint, fault, children }: FieldProps): ReactElement {
  const id = useId();
  const told = fault ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': told ? `${id}-told` : undefined,
        'aria-invalid': fault !== undefined,
      })}
      {told && (
        <p id={`${id}-told`} className={styles.told} data-fault={fault !== undefined}>
          {told}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  /** Also the name of its fault. */
  readonly name: string;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, name, hint, placeholder, value, onChange }: TextFieldProps): ReactElement {
  const { faults, wasRefused } = useEditor();
  // What is still empty is asked for when it is saved, not before.
  const fault = value === '' && !wasRefused ? undefined : faults[name];
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(field) => (
        <input
          {...field}
          className={controls.input}
          placeholder={placeholder}
          spellCheck={false}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

interface ChoiceFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  /** Value and name of each, in the order they are offered. */
  readonly choices: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

export function ChoiceField({ label, hint, value, choices, onChange }: ChoiceFieldProps): ReactElement {
  return (
    <Field label={label} hint={hint}>
      {(field) => (
        <select
          {...field}
          className={controls.select}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          {choices.map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function NotesField({ label }: { readonly label: string }): ReactElement {
  const { entry, faults, change } = useEditor();
  return (
    <Field label={label} fault={faults['notes']}>
      {(field) => (
        <textarea
          {...field}
          className={controls.input}
          value={entry.notes}
          onChange={({ target }) => change({ ...entry, notes: target.value }, 'notes')}
        />
      )}
    </Field>
  );
}
