import type { ReactElement } from 'react';
import { ExternalLink } from '../../components/ExternalLink';
import { useEditor } from './editor-context';
import styles from './SettingRow.module.css';
import type { SettingRow } from './setting-rows';
import { clientNames, originText, supportWords, words } from './words';

/** All that is known of a setting: its risk and why, its defaults, which clients take it, and the chain behind its value. */
export function SettingDetails({ row: { property, resolved } }: { readonly row: SettingRow }): ReactElement {
  const { entry } = useEditor();
  const { allowed, defaults, support, why, note, source } = property;
  const page = source.find((each) => each.startsWith('https://learn.microsoft.com/'));
  const meaning = (value: string | number | null | undefined): string => {
    if (value === null || value === undefined) return words.nothingAssumed;
    const text = String(value) || words.emptyText;
    const told = allowed.kind === 'enum' ? allowed.values[String(value)] : undefined;
    return told ? `${text} (${told})` : text;
  };
  const chain = resolved ? [resolved, ...resolved.instead] : [];
  return (
    <dl className={styles.details}>
      {chain.length > 0 && !property.isSecret && (
        <>
          <dt>{words.chain}</dt>
          <dd>
            <ul>
              {chain.map(({ value, origin }, place) => (
                <li key={`${originText(origin, entry)} ${value}`}>
                  {place > 0 && `${words.instead} `}
                  {meaning(value)}: {originText(origin, entry)}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {why && (
        <>
          <dt>{words.risk}</dt>
          <dd>{why}</dd>
        </>
      )}
      <dt>{words.default}</dt>
      <dd>{meaning(property.default)}</dd>
      {Object.entries(defaults ?? {}).map(([whose, value]) => (
        <Default key={whose} whose={whose} value={meaning(value)} />
      ))}
      <dt>{words.support}</dt>
      <dd className={styles.support}>
        {Object.entries(clientNames).map(([client, name]) => (
          <span key={client}>
            {name}: {supportWords[support[client as keyof typeof support]]}
          </span>
        ))}
      </dd>
      {note && (
        <>
          <dt>{words.note}</dt>
          <dd>{note}</dd>
        </>
      )}
      {page && (
        <>
          <dt>{words.source}</dt>
          <dd>
            <ExternalLink url={page}>{page.replace('https://', '')}</ExternalLink>
          </dd>
        </>
      )}
    </dl>
  );
}

const defaultNames: Readonly<Record<string, string>> = {
  savedByClient: words.savedByClient,
  oldClient: words.oldClient,
  documentation: words.documentation,
};

function Default({ whose, value }: { readonly whose: string; readonly value: string }): ReactElement {
  return (
    <>
      <dt>{defaultNames[whose]}</dt>
      <dd>{value}</dd>
    </>
  );
}
