import type { ReactElement } from 'react';
import type { ShownLine, ShownSetting } from '../../../shared/rdp/rdp-file-view';
import { words as viewWords } from '../../components/rdp-view/words';
import styles from './TypedView.module.css';
import { categoryNames, riskWords, words } from './words';

interface TypedViewProps {
  readonly lines: readonly ShownLine[];
  /** Lines that a rule speaks against. */
  readonly faulty: ReadonlySet<number>;
  readonly marked: number | null;
  readonly onShowLine: (line: number) => void;
}

type SettingLine = ShownLine & { readonly setting: ShownSetting };

/** Every setting with what it means, by what it is about. */
export function TypedView({ lines, faulty, marked, onShowLine }: TypedViewProps): ReactElement {
  return (
    <div className={styles.typed}>
      {sectionsOf(lines).map(({ name, settings }) => (
        <section key={name}>
          <h3 className={styles.title}>{name}</h3>
          <ul>
            {settings.map(({ number, setting }) => (
              <li key={number}>
                <button
                  type="button"
                  className={styles.row}
                  data-marked={number === marked}
                  title={viewWords.showLine(number)}
                  onClick={() => onShowLine(number)}
                >
                  <Setting setting={setting} isFaulty={faulty.has(number)} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface SettingProps {
  readonly setting: ShownSetting;
  readonly isFaulty: boolean;
}

function Setting({ setting, isFaulty }: SettingProps): ReactElement {
  const { name, value, meaning, description, risk } = setting;
  // What is turned off, or names nothing, risks nothing.
  const isRisky = (risk === 'high' || risk === 'medium') && value !== '' && value !== '0';
  return (
    <>
      <span className={styles.name}>{name}</span>
      <span className={styles.value}>
        {value === null ? <em>{words.secret}</em> : value === '' ? <em>{words.empty}</em> : value}
        {meaning && <span className={styles.meaning}> {meaning}</span>}
      </span>
      {isRisky && (
        <span className={styles.risk} data-faulty={isFaulty}>
          {riskWords[risk]}
        </span>
      )}
      {description && <span className={styles.description}>{description}</span>}
    </>
  );
}

function sectionsOf(lines: readonly ShownLine[]) {
  const settings = lines.filter((line): line is SettingLine => line.setting !== null);
  const known = Object.entries(categoryNames).map(([category, name]) => ({
    name,
    settings: settings.filter(({ setting }) => setting.category === category),
  }));
  const unknown = { name: words.notKnown, settings: settings.filter(({ setting }) => !setting.category) };
  return [...known, unknown].filter((section) => section.settings.length > 0);
}
