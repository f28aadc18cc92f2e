import { expect, it } from 'vitest';
import { editorSections } from '../../../shared/profiles/editor-sections';
import { catalogue } from '../../../shared/rdp/catalogue';

const placed = Object.values(editorSections).flat();

it('has a place for every setting of the catalogue', () => {
  expect(catalogue.map(({ name }) => name).filter((name) => !placed.includes(name))).toEqual([]);
});

it('has one place for each, and none for what the catalogue does not know', () => {
  expect(placed).toHaveLength(new Set(placed).size);
  expect(placed).toHaveLength(catalogue.length);
});
