import { Button } from '@fluentui/react-components';
import { DocumentTable24Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { CopyButton } from '../../components/CopyButton';
import { ErrorPanel } from '../../components/ErrorPanel';
import { Section } from '../../components/PageFrame';
import { type CsvSource, sourceOf } from '../../store/batch-slice';
import { useProfiles } from '../../store/profiles-store';
import styles from './SourceStep.module.css';
import { StepFrame } from './StepFrame';
import { columns, sampleCsv, sampleFilters, stepNames, words } from './words';

/** For whom: a list of VMs and people, or a filter over Azure. */
export function SourceStep(): ReactElement {
  const input = useProfiles((state) => state.batchInput);
  const goToStep = useProfiles((state) => state.goToStep);
  const fillIn = useProfiles((state) => state.fillIn);
  const isReady = sourceOf(input) !== null;
  return (
    <StepFrame
      title={stepNames.source}
      next={{
        label: words.next,
        isReady,
        onNext: () => goToStep('options'),
        hint: isReady ? undefined : words.noSource,
      }}
    >
      <fieldset className={styles.kinds}>
        <legend className="visually-hidden">{words.kind}</legend>
        {(['csv', 'filter'] as const).map((kind) => (
          <label key={kind} data-chosen={input.kind === kind}>
            <input
              type="radio"
              name="batch-kind"
              data-first={input.kind === kind ? '' : undefined}
              checked={input.kind === kind}
              onChange={() => fillIn({ kind })}
            />
            {words.kinds[kind]}
          </label>
        ))}
      </fieldset>
      {input.kind === 'csv' ? (
        <CsvSourceFields csv={input.csv} />
      ) : (
        <FilterFields filter={input.filter} people={input.people} />
      )}
    </StepFrame>
  );
}

function CsvSourceFields({ csv }: { readonly csv: CsvSource | null }): ReactElement {
  const chooseCsv = useProfiles((state) => state.chooseCsv);
  const problem = useProfiles((state) => state.listProblem);
  return (
    <>
      {problem && <ErrorPanel title={words.listFailed} error={problem} />}
      {csv ? (
        <Chosen csv={csv} />
      ) : (
        <div className={styles.place}>
          <DocumentTable24Regular aria-hidden="true" />
          <p className={styles.placeTitle}>{words.drop}</p>
          <p>{words.dropLead}</p>
          <Button onClick={() => void chooseCsv()}>{words.choose}</Button>
        </div>
      )}
      <Section title={words.columns}>
        <dl className={styles.columns}>
          {columns.map(([name, meaning]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <div>
          <CopyButton label={words.copySample} text={sampleCsv} />
        </div>
      </Section>
    </>
  );
}

const shownLines = 5;

function Chosen({ csv: { name, text, notes = [] } }: { readonly csv: CsvSource }): ReactElement {
  const chooseCsv = useProfiles((state) => state.chooseCsv);
  const lines = text.split(/\r\n|\r|\n/);
  const count = lines.filter((line) => line.trim() !== '').length;
  return (
    <div className={styles.chosen}>
      <div className={styles.chosenHead}>
        <p className={styles.placeTitle} title={name}>
          {name}
        </p>
        <p className={styles.facts}>{words.listLines(count)}</p>
        <Button size="small" onClick={() => void chooseCsv()}>
          {words.chooseAnother}
        </Button>
      </div>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <pre className={styles.lines} role="region" aria-label={words.firstLines} tabIndex={0}>
        {lines.slice(0, shownLines).join('\n')}
        {count > shownLines && '\n…'}
      </pre>
    </div>
  );
}

type FilterFieldsProps = Readonly<Record<'filter' | 'people', string>>;

function FilterFields({ filter, people }: FilterFieldsProps): ReactElement {
  const fillIn = useProfiles((state) => state.fillIn);
  return (
    <div className={styles.filter}>
      <label htmlFor="batch-filter">{words.filter}</label>
      <p id="batch-filter-hint" className={styles.facts}>
        {words.filterLead}
      </p>
      <input
        id="batch-filter"
        aria-describedby="batch-filter-hint"
        placeholder={sampleFilters[0]}
        maxLength={4000}
        spellCheck={false}
        value={filter}
        onChange={({ target }) => fillIn({ filter: target.value })}
      />
      <div className={styles.samples}>
        <span>{words.samples}:</span>
        {sampleFilters.map((sample) => (
          <button key={sample} type="button" onClick={() => fillIn({ filter: sample })}>
            <code>{sample}</code>
          </button>
        ))}
      </div>
      <label htmlFor="batch-people" className={styles.second}>
        {words.peopleLabel}
      </label>
      <p id="batch-people-hint" className={styles.facts}>
        {words.peopleLead}
      </p>
      <textarea
        id="batch-people"
        aria-describedby="batch-people-hint"
        placeholder="ada@contoso.example, lin@contoso.example"
        spellCheck={false}
        value={people}
        onChange={({ target }) => fillIn({ people: target.value })}
      />
    </div>
  );
}
