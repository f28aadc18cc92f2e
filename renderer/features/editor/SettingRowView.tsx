import { ArrowReset20Regular, ChevronDown16Regular, ChevronUp16Regular } from '@fluentui/react-icons';
import { type ReactElement, useId } from 'react';
import { faultOfValue } from '../../../shared/rdp/catalogue';
import { useEditor } from './editor-context';
import { withoutSetting, withSetting } from './entry-lines';
import { SettingControl } from './SettingControl';
import { SettingDetails } from './SettingDetails';
import styles from './SettingRow.module.css';
import type { SettingRow } from './setting-rows';
import { originText, riskWords, words } from './words';

interface SettingRowProps {
  readonly row: SettingRow;
  readonly isOpen: boolean;
  readonly onOpen: (name: string) => void;
}

/** One setting: what it does, what it says here, where that comes from and what it would be instead. */
export function SettingRowView({ row, isOpen, onOpen }: SettingRowProps): ReactElement {
  const { entry, change } = useEditor();
  const id = useId();
  const { property, resolved, locked } = row;
  const { name, type, description, risk } = property;
  const fault = resolved && !property.isSecret ? faultOfValue(property, resolved.value) : null;
  const set = (value: string, isTyped = false): void => {
    // A number that was emptied has no line: none could be written.
    const next =
      type === 'i' && value === '' ? withoutSetting(entry, name) : withSetting(entry, { name, type, value });
    change(next, isTyped ? `setting ${name}` : null);
  };
  return (
    <div className={styles.row} data-own={row.isOwn} data-open={isOpen}>
      <div className={styles.about}>
        <button
          type="button"
          className={styles.title}
          aria-expanded={isOpen}
          title={description}
          onClick={() => onOpen(name)}
        >
          <span>{description}</span>
          {isOpen ? <ChevronUp16Regular aria-hidden="true" /> : <ChevronDown16Regular aria-hidden="true" />}
        </button>
        <p className={styles.facts}>
          <code>{name}</code>
          {risk !== 'none' && (
            <span className={styles.risk} data-risk={risk}>
              {riskWords[risk]}
            </span>
          )}
          {property.isDeprecated && <span>{words.deprecated}</span>}
        </p>
      </div>
      <div className={styles.value}>
        {locked ? (
          <Locked row={row} />
        ) : (
          <>
            <SettingControl
              property={property}
              value={resolved?.value ?? null}
              label={`${description} ${name}`}
              describedBy={`${id}-origin`}
              isInvalid={fault !== null}
              onChange={set}
            />
            {row.isOwn && (
              <button
                type="button"
                className={styles.reset}
                aria-label={`${words.resetLabel}: ${name}`}
                title={words.reset(row.inherited?.value ?? words.noLine)}
                onClick={() => change(withoutSetting(entry, name), null)}
              >
                <ArrowReset20Regular aria-hidden="true" />
              </button>
            )}
          </>
        )}
        <p
          id={`${id}-origin`}
          className={styles.origin}
          data-fault={fault !== null}
          title={fault ?? undefined}
        >
          {fault ?? <OriginLine row={row} />}
        </p>
      </div>
      {isOpen && <SettingDetails row={row} />}
    </div>
  );
}

/** What follows from elsewhere, or must not be kept, is shown and cannot be set. */
function Locked({ row: { property, resolved } }: { readonly row: SettingRow }): ReactElement {
  return (
    <p className={styles.locked}>
      {property.isSecret ? words.secret : (resolved?.value ?? '') || <em>{words.noLine}</em>}
    </p>
  );
}

function OriginLine({ row: { property, resolved, isOwn, inherited, locked } }: { readonly row: SettingRow }) {
  const { entry } = useEditor();
  if (property.isSecret) return null;
  if (!resolved) {
    if (locked) return words.follows;
    return property.default === null
      ? words.notWritten
      : `${words.notWritten} · ${words.clientAssumes(String(property.default) || words.emptyText)}`;
  }
  const differs = isOwn && inherited?.value !== resolved.value;
  return (
    <>
      {originText(resolved.origin, entry)}
      {differs && (
        <>
          {' · '}
          <span className="visually-hidden">{words.instead} </span>
          <s>{inherited ? inherited.value || words.emptyText : words.noLine}</s>
        </>
      )}
    </>
  );
}
