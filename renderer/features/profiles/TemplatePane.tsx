import { memo, type ReactElement, useMemo } from 'react';
import { levelOrder } from '../../../shared/profiles/resolve';
import type { Template } from '../../../shared/profiles/template';
import { MiddleCut } from '../../components/MiddleCut';
import { levelMeanings, levelNames, routeNames, scopeText } from '../../components/profile-words';
import { keyOf, unsavedIn } from '../../store/draft';
import { useProfiles } from '../../store/profiles-store';
import styles from './TemplatePane.module.css';
import { words } from './words';

/** The templates by level, in the order they are laid over each other. */
export function TemplatePane(): ReactElement {
  const stored = useProfiles(({ library }) => (library.phase === 'known' ? library.view.templates : none));
  const entries = useProfiles((state) => state.entries);
  const unsaved = useMemo(() => new Set(unsavedIn(entries)), [entries]);
  const levels = useMemo(() => byLevel(stored.map(({ entry }) => entry)), [stored]);
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <h2 id="templates-title" className={styles.title}>
          {words.templates}
        </h2>
        <p className={styles.lead}>{words.templatesLead}</p>
      </div>
      {/* A box that scrolls must be reachable with the keyboard. */}
      <div className={styles.scroller} role="region" aria-labelledby="templates-title" tabIndex={0}>
        <ol className={styles.levels}>
          {levels.map(({ level, templates }) => (
            <li key={level} className={styles.level} data-empty={templates.length === 0}>
              <h3 className={styles.levelName}>
                {levelNames[level]}
                <span className={styles.meaning}> {levelMeanings[level]}</span>
              </h3>
              {templates.length === 0 ? (
                <p className={styles.none}>{words.noTemplate}</p>
              ) : (
                <ul>
                  {templates.map(({ template, parent }) => (
                    <TemplateRow
                      key={template.id}
                      template={template}
                      parent={parent}
                      isUnsaved={unsaved.has(keyOf(template))}
                    />
                  ))}
                </ul>
              )}
            </li>
          ))}
          <li className={styles.level} data-last="true">
            <p className={styles.levelName}>{words.thenProfile}</p>
          </li>
        </ol>
      </div>
    </div>
  );
}

const none: readonly { readonly entry: Template }[] = [];

interface TemplateRowProps {
  readonly template: Template;
  readonly parent: string | null;
  readonly isUnsaved: boolean;
}

const TemplateRow = memo(function TemplateRow(props: TemplateRowProps): ReactElement {
  const { template, parent, isUnsaved } = props;
  const openEntry = useProfiles((state) => state.openEntry);
  const facts = [
    words.settings(template.settings.length),
    template.route && routeNames[template.route],
    parent && words.after(parent),
  ].filter(Boolean);
  const scope = scopeText(template.appliesTo);
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => void openEntry('template', template.id)}>
        <span className={styles.name}>
          <MiddleCut text={template.name} />
          {isUnsaved && <span className={styles.unsaved}>{words.unsaved}</span>}
        </span>
        {scope && (
          <span className={styles.scope}>
            <MiddleCut text={scope} />
          </span>
        )}
        <span className={styles.facts}>{facts.join(' · ')}</span>
      </button>
    </li>
  );
});

/** Every level with its templates, the one that comes first above; those that inherit tell from which. */
function byLevel(templates: readonly Template[]) {
  const names = new Map(templates.map(({ id, name }) => [id, name]));
  const sorted = templates.toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  return levelOrder.map((level) => ({
    level,
    templates: sorted
      .filter(({ appliesTo }) => appliesTo.level === level)
      .map((template) => ({
        template,
        parent: template.inherits && (names.get(template.inherits) ?? template.inherits),
      })),
  }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
