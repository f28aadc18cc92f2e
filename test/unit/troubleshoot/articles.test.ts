import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HelpTopicId } from '../../../shared/errors/help-topics';

const folder = new URL('../../../shared/troubleshoot/articles/', import.meta.url);
const files = readdirSync(folder);
const textOf = (topic: HelpTopicId): string => readFileSync(new URL(`${topic}.md`, folder), 'utf8');

it('has an article for every topic, and a topic for every article', () => {
  expect(files.toSorted()).toEqual(HelpTopicId.options.map((topic) => `${topic}.md`).toSorted());
});

describe.each(HelpTopicId.options)('%s', (topic) => {
  it('is titled by one line', () => {
    expect(textOf(topic)).toMatch(/^# \S.{5,110}\n\n/);
  });

  it('leads from symptom to cause, fix and source', () => {
    const headings = [...textOf(topic).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['Symptom', 'Cause', 'Fix', 'Source']);
  });

  it('says where it is from, and of which date', () => {
    const [, source = ''] = textOf(topic).split('## Source\n\n');
    for (const line of source.trim().split('\n')) {
      expect(line).toMatch(/^(- )?\[.+\]\(https:\/\/[^)\s]+\).*20\d\d-\d\d(-\d\d)?/);
    }
  });

  it('is short', () => {
    expect(textOf(topic).split('\n').length).toBeLessThanOrEqual(50);
  });

  it('links to the web safely, and nowhere else', () => {
    for (const [, target = ''] of textOf(topic).matchAll(/\]\(([^)]*)\)/g)) {
      expect(target).toMatch(/^https:\/\//);
    }
  });
});
