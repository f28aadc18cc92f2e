import type { ReactElement } from 'react';
import type { RdpProperty } from '../../../shared/rdp/rdp-property';
import controls from './controls.module.css';
import { words } from './words';

interface SettingControlProps {
  readonly property: RdpProperty;
  /** What stands in the file; null where there is no such line. */
  readonly value: string | null;
  readonly label: string;
  readonly describedBy: string;
  readonly isInvalid: boolean;
  /** `isTyped`: one of many keys, which are one step together. */
  readonly onChange: (value: string, isTyped?: boolean) => void;
}

/** The control that fits a setting: a switch for no and yes, a list for a few values, a field for the rest. */
export function SettingControl(props: SettingControlProps): ReactElement {
  const { allowed } = props.property;
  if (allowed.kind !== 'enum') return <ValueField {...props} />;
  const isSwitch = Object.keys(allowed.values).join() === '0,1';
  const isOneOf = props.value === null || Object.hasOwn(allowed.values, props.value);
  return isSwitch && isOneOf ? (
    <Switch {...props} values={allowed.values} />
  ) : (
    <ValueList {...props} values={allowed.values} />
  );
}

type ListProps = SettingControlProps & { readonly values: Readonly<Record<string, string>> };

function Switch({ property, value, values, label, describedBy, onChange }: ListProps): ReactElement {
  // What clients assume of a missing line is what the switch then shows.
  const shown = value ?? String(property.default ?? 0);
  const isOn = shown === '1';
  return (
    <button
      type="button"
      role="switch"
      className={controls.switch}
      aria-checked={isOn}
      aria-label={label}
      aria-describedby={describedBy}
      title={values[shown]}
      onClick={() => onChange(isOn ? '0' : '1')}
    >
      <span>{values[shown]}</span>
    </button>
  );
}

function ValueList({ value, values, label, describedBy, onChange }: ListProps): ReactElement {
  const isForeign = value !== null && !Object.hasOwn(values, value);
  return (
    <select
      className={controls.select}
      aria-label={label}
      aria-describedby={describedBy}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value)}
    >
      {value === null && (
        <option value="" disabled>
          {words.noLine}
        </option>
      )}
      {isForeign && <option value={value}>{`${value} (${words.notInList})`}</option>}
      {Object.entries(values).map(([each, meaning]) => (
        <option key={each} value={each}>
          {`${each} · ${meaning}`}
        </option>
      ))}
    </select>
  );
}

function ValueField(props: SettingControlProps): ReactElement {
  const { property, value, label, describedBy, isInvalid, onChange } = props;
  const isNumber = property.type === 'i';
  return (
    <input
      className={controls.input}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      inputMode={isNumber ? 'numeric' : 'text'}
      placeholder={value === null ? words.noLine : words.emptyText}
      title={hintOf(property)}
      spellCheck={false}
      value={value ?? ''}
      onChange={({ target }) => {
        // A line holds digits or nothing: anything else could not be written.
        const typed = isNumber ? target.value.replace(/(?!^-)\D/g, '').slice(0, 11) : target.value;
        if (typed !== value) onChange(typed, true);
      }}
    />
  );
}

function hintOf({ allowed }: RdpProperty): string {
  switch (allowed.kind) {
    case 'range':
      return `${allowed.min} to ${allowed.max}${allowed.unit ? ` ${allowed.unit}` : ''}`;
    case 'integer':
      return allowed.unit ?? '';
    case 'string':
      return allowed.example ? `${allowed.format}, such as ${allowed.example}` : allowed.format;
    case 'hex':
      return allowed.format;
    case 'enum':
      return '';
  }
}
